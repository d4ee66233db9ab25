package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.health.PassiveFailures;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import tools.jackson.databind.JsonNode;

/**
 * nginx's {@code least_conn} while servers with requests in hand die and come back: every attempt of every recorded request in its order.
 * What a failure costs in weight counts in the turns of equals only, not in what is equal.
 */
class NginxLeastConnFailuresGoldenTest {
    private final Pool pool = new Pool();
    private final Balancer balancer = new LeastConnections();
    private final Map<Integer, Held> requests = new HashMap<>();
    private final Set<Integer> dead = new HashSet<>();

    /** What a request has tried, the last of them now. */
    private record Held(TestRequest request, List<Integer> tried) {
        Held() {
            this(new TestRequest(), new ArrayList<>());
        }
    }

    static List<JsonNode> cases() {
        return Golden.cases("nginx/least_conn_failures.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void attemptsFollowNginx(JsonNode recorded) {
        PassiveFailures failures = failures(recorded);
        for (JsonNode op : recorded.get("ops")) {
            int number = op.get(1).asInt();
            switch (op.get(0).asString()) {
                case "open" -> {
                    requests.put(number, new Held());
                    compare(op, failures);
                }
                case "breaks" -> {
                    fail(requests.get(number), failures, op.get(2).asLong());
                    compare(op, failures);
                }
                case "close" -> {
                    int target = requests.remove(number).tried().getLast();
                    finished(target, Outcome.OK);
                    failures.succeeded(target);
                }
                case "dead" -> dead.add(number);
                case "alive" -> dead.remove(number);
                default -> throw new AssertionError(op);
            }
        }
    }

    private PassiveFailures failures(JsonNode recorded) {
        int[] weights = Golden.ints(recorded.get("weights"));
        int[] maxFails = Golden.ints(recorded.get("max_fails"));
        PassiveFailures failures = new PassiveFailures(weights.length);
        for (int target = 0; target < weights.length; target++) {
            PlainTargets.add(pool, "s" + target, weights[target]);
            failures.rule(
                    target, maxFails[target], recorded.get("fail_timeout_s").asLong());
        }
        for (int target : Golden.ints(recorded.get("backup"))) {
            pool.backup(target, true);
        }
        return failures;
    }

    /** The attempts from here on until a server holds the request or nobody is left. */
    private void compare(JsonNode op, PassiveFailures failures) {
        long now = op.get(2).asLong();
        Held one = requests.get(op.get(1).asInt());
        for (JsonNode tried : op.get(3)) {
            int target = pick(one, failures, now);
            assertThat(target).as("an attempt of %s", op).isEqualTo(tried.isNumber() ? tried.asInt() : Balancer.NONE);
            Golden.equal(1);
            if (dead.contains(target)) {
                fail(one, failures, now);
            }
        }
    }

    private int pick(Held one, PassiveFailures failures, long now) {
        for (int target = 0; target < pool.size(); target++) {
            boolean out = failures.isOut(target, now);
            if (out != pool.isDown(target)) {
                pool.down(target, out);
            }
        }
        int target = balancer.pick(one.request(), pool);
        if (target != Balancer.NONE) {
            failures.picked(target, now);
            pool.started(target);
            balancer.started(target);
            one.tried().add(target);
        }
        return target;
    }

    private void fail(Held one, PassiveFailures failures, long now) {
        int target = one.tried().getLast();
        one.request().tried.set(target);
        finished(target, Outcome.REFUSED);
        balancer.weaken(target, failures.failed(target, pool.weight(target), now));
    }

    private void finished(int target, Outcome outcome) {
        pool.finished(target);
        balancer.finished(target, 1_000_000, outcome);
    }
}
