package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.health.PassiveFailures;
import roundhouse.routing.Balancer;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import tools.jackson.databind.JsonNode;

/**
 * nginx's passive failure detection, every attempt of every recorded request in its order: the failure counts, what they cost in
 * weight, who is left out and who probes.
 */
class NginxFailuresGoldenTest {
    private final Pool pool = new Pool();
    private final Balancer balancer = new SmoothWeightedRoundRobin();
    private final TestRequest request = new TestRequest();

    static List<JsonNode> cases() {
        return Golden.cases("nginx/failures.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void attemptsFollowNginx(JsonNode recorded) {
        for (int weight : Golden.ints(recorded.get("weights"))) {
            PlainTargets.add(pool, "s" + pool.size(), weight);
        }
        for (int target : Golden.ints(recorded.get("backup"))) {
            pool.backup(target, true);
        }
        PassiveFailures failures = new PassiveFailures(pool.size());
        for (int target = 0; target < pool.size(); target++) {
            failures.rule(
                    target,
                    pool.size() == 1 ? 0 : recorded.get("max_fails").asInt(),
                    recorded.get("fail_timeout_s").asLong());
        }
        boolean errorsFail = recorded.get("next_upstream").asString().contains("http_500");
        int attempts = 0;
        for (JsonNode row : recorded.get("requests")) {
            long now = row.get(1).asLong();
            int status = row.get(2).asInt();
            boolean lastFails = status >= 502 || (status == 500 && errorsFail);
            JsonNode tried = row.get(3);
            request.tried.clear();
            for (int i = 0; i < tried.size(); i++) {
                int target = pick(failures, now);
                if (!tried.get(i).isNumber()) {
                    assertThat(target).as("no live upstreams at %s", row).isEqualTo(Balancer.NONE);
                    continue;
                }
                assertThat(target)
                        .as("attempt %d of %s", i, row)
                        .isEqualTo(tried.get(i).asInt());
                Golden.equal(1);
                attempts++;
                if (i < tried.size() - 1 || lastFails) {
                    request.tried.set(target);
                    balancer.weaken(target, failures.failed(target, pool.weight(target), now));
                } else {
                    failures.succeeded(target);
                }
            }
        }
        assertThat(attempts).isPositive();
    }

    private int pick(PassiveFailures failures, long now) {
        for (int target = 0; target < pool.size(); target++) {
            boolean out = failures.isOut(target, now);
            if (out != pool.isDown(target)) {
                pool.down(target, out);
            }
        }
        int target = balancer.pick(request, pool);
        if (target != Balancer.NONE) {
            failures.picked(target, now);
        }
        return target;
    }
}
