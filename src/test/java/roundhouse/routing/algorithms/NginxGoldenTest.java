package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import tools.jackson.databind.JsonNode;

/** Pick for pick what nginx picked. Every case of the files is a test of its own. */
class NginxGoldenTest {
    private final TestRequest request = new TestRequest();

    /** The case's targets: weights, and whichever of down and backup it gives, as a list of indexes or as one. */
    private static Pool pool(JsonNode recorded) {
        int[] weights = Golden.ints(recorded.get("weights"));
        Pool pool = new Pool();
        for (int weight : weights) {
            PlainTargets.add(pool, "s" + pool.size(), weight);
        }
        for (int target : indexes(recorded.get("backup"))) {
            pool.backup(target, true);
        }
        for (int target : indexes(recorded.get("down"))) {
            pool.down(target, true);
        }
        return pool;
    }

    private static int[] indexes(JsonNode node) {
        return node != null && node.isNumber() ? new int[] {node.asInt()} : Golden.ints(node);
    }

    private int serve(Balancer balancer, Pool pool) {
        int target = balancer.pick(request, pool);
        if (target != Balancer.NONE) {
            pool.started(target);
            balancer.started(target);
        }
        return target;
    }

    private static void end(Balancer balancer, Pool pool, int target) {
        if (target != Balancer.NONE) {
            pool.finished(target);
            balancer.finished(target, 1_000_000, Outcome.OK);
        }
    }

    private void sequential(Balancer balancer, JsonNode recorded) {
        Pool pool = pool(recorded);
        int[] expected = Golden.ints(recorded.get("picks"));
        assertThat(expected).isNotEmpty();
        int[] picks = new int[expected.length];
        for (int i = 0; i < picks.length; i++) {
            picks[i] = serve(balancer, pool);
            end(balancer, pool, picks[i]);
        }
        assertThat(picks).isEqualTo(expected);
    }

    static List<JsonNode> smoothWeightedRoundRobin() {
        return Golden.cases("nginx/wrr.json");
    }

    @ParameterizedTest
    @MethodSource
    void smoothWeightedRoundRobin(JsonNode recorded) {
        sequential(new SmoothWeightedRoundRobin(), recorded);
    }

    static List<JsonNode> leastConnections() {
        return Golden.cases("nginx/least_conn.json");
    }

    @ParameterizedTest
    @MethodSource
    void leastConnections(JsonNode recorded) {
        if (recorded.has("picks")) {
            sequential(new LeastConnections(), recorded);
        }
        if (recorded.has("ops")) {
            held(new LeastConnections(), recorded);
        }
    }

    private void held(Balancer balancer, JsonNode recorded) {
        Pool pool = pool(recorded);
        List<Integer> targetOf = new ArrayList<>();
        int number = 0;
        for (JsonNode op : recorded.get("ops")) {
            int id = op.get(1).asInt();
            if (op.get(0).asString().equals("open")) {
                while (targetOf.size() <= id) {
                    targetOf.add(Balancer.NONE);
                }
                targetOf.set(id, serve(balancer, pool));
                assertThat(targetOf.get(id))
                        .as("op %d: %s", number, op)
                        .isEqualTo(op.get(2).asInt());
            } else {
                end(balancer, pool, targetOf.get(id));
            }
            number++;
        }
        assertThat(number).isPositive();
    }

    static List<JsonNode> ipHash() {
        return Golden.cases("nginx/ip_hash.json");
    }

    @ParameterizedTest
    @MethodSource
    void ipHash(JsonNode recorded) {
        JsonNode file = Golden.read("nginx/ip_hash.json");
        int mappings = 0;
        for (String field : new String[] {"mapping", "mapping_down", "mapping_v6", "mapping_v6_down"}) {
            if (recorded.has(field)) {
                Pool pool = pool(recorded);
                if (field.endsWith("down")) {
                    for (int target : indexes(recorded.get("down_index"))) {
                        pool.down(target, true);
                    }
                }
                mapping(pool, file.get(field.contains("v6") ? "ips_v6" : "ips"), recorded.get(field));
                mappings++;
            }
        }
        assertThat(mappings).isPositive();
    }

    /** The mapping is a digit a client, or a list of numbers. */
    private void mapping(Pool pool, JsonNode clients, JsonNode expected) {
        Balancer balancer = new IpHash();
        int[] indexes = expected.isString()
                ? expected.asString()
                        .chars()
                        .map(digit -> Character.digit(digit, 36))
                        .toArray()
                : Golden.ints(expected);
        assertThat(indexes).hasSize(clients.size());
        for (int i = 0; i < indexes.length; i++) {
            request.client = Address.parse(clients.get(i).asString());
            int target = serve(balancer, pool);
            end(balancer, pool, target);
            assertThat(target).as("client %s", request.client).isEqualTo(indexes[i]);
        }
    }
}
