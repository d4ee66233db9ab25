package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Pool;
import tools.jackson.databind.JsonNode;

/** Pick for pick what nginx picked. Every case of the files is a test of its own. */
class NginxGoldenTest {
    private final RecordedPicks picks = new RecordedPicks();

    static List<JsonNode> smoothWeightedRoundRobin() {
        return Golden.cases("nginx/wrr.json");
    }

    @ParameterizedTest
    @MethodSource
    void smoothWeightedRoundRobin(JsonNode recorded) {
        picks.sequential(new SmoothWeightedRoundRobin(), recorded);
    }

    static List<JsonNode> leastConnections() {
        return Golden.cases("nginx/least_conn.json");
    }

    @ParameterizedTest
    @MethodSource
    void leastConnections(JsonNode recorded) {
        if (recorded.has("picks")) {
            picks.sequential(new LeastConnections(), recorded);
        }
        if (recorded.has("ops")) {
            picks.held(new LeastConnections(), recorded);
        }
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
                Pool pool = RecordedPicks.pool(recorded);
                if (field.endsWith("down")) {
                    for (int target : RecordedPicks.indexes(recorded.get("down_index"))) {
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
            picks.request.client = Address.parse(clients.get(i).asString());
            int target = picks.serve(balancer, pool);
            RecordedPicks.end(balancer, pool, target);
            assertThat(target).as("client %s", picks.request.client).isEqualTo(indexes[i]);
        }
        Golden.equal(indexes.length);
    }
}
