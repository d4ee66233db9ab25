package roundhouse.routing.ipvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Pool;
import roundhouse.routing.algorithms.RecordedPicks;
import roundhouse.routing.algorithms.TestRequest;
import tools.jackson.databind.JsonNode;

/** Every decision derived from the kernel's source; {@code lc}, which there is no algorithm for, as {@code wlc} of equal weights. */
class IpvsGoldenTest {
    private final TestRequest request = new TestRequest();

    static List<JsonNode> decisions() {
        return Golden.cases("edge/ipvs.json");
    }

    @ParameterizedTest
    @MethodSource
    void decisions(JsonNode recorded) {
        String scheduler = recorded.get("scheduler").asString();
        if (scheduler.equals("wrr")) {
            new RecordedPicks().sequential(new IpvsWeightedRoundRobin(), recorded);
        } else if (scheduler.equals("sh")) {
            sourceHash(recorded);
        } else if (recorded.has("ops") && scheduler.equals("lc")) {
            new RecordedPicks().held(new IpvsLeast(IpvsLeast.Rule.WLC), even(recorded));
        } else if (recorded.has("ops")) {
            new RecordedPicks().held(new IpvsLeast(rule(scheduler)), recorded);
        } else {
            rows(recorded, scheduler);
        }
    }

    private static JsonNode even(JsonNode recorded) {
        JsonNode copy = recorded.deepCopy();
        for (int i = 0; i < copy.get("weights").size(); i++) {
            ((tools.jackson.databind.node.ArrayNode) copy.get("weights")).set(i, 1);
        }
        return copy;
    }

    private static IpvsLeast.Rule rule(String scheduler) {
        return scheduler.equals("lc") ? IpvsLeast.Rule.WLC : IpvsLeast.Rule.valueOf(scheduler.toUpperCase(Locale.ROOT));
    }

    /** Weights, active and inactive connections, and who is picked. */
    private void rows(JsonNode recorded, String scheduler) {
        assertThat(recorded.get("rows")).isNotEmpty();
        for (JsonNode row : recorded.get("rows")) {
            int[] weights = Golden.ints(row.get(0));
            int[] active = Golden.ints(row.get(1));
            int[] inactive = Golden.ints(row.get(2));
            Pool pool = new Pool();
            for (int target = 0; target < weights.length; target++) {
                int weight = scheduler.equals("lc") ? Math.min(1, weights[target]) : weights[target];
                pool.add("s" + target, weight, false, Pool.UNLIMITED, -1);
                for (int i = 0; i < active[target]; i++) {
                    pool.started(target);
                }
            }
            Balancer balancer = new IpvsLeast(rule(scheduler), target -> inactive[target]);
            assertThat(balancer.pick(request, pool))
                    .as("%s", row)
                    .isEqualTo(row.get(3).asInt());
            Golden.equal(1);
        }
    }

    private void sourceHash(JsonNode recorded) {
        Balancer balancer = new IpvsSourceHash(recorded.get("id").asString().contains("first"));
        Pool pool = RecordedPicks.pool(recorded);
        assertThat(recorded.get("rows")).isNotEmpty();
        for (JsonNode row : recorded.get("rows")) {
            request.client = Address.parse(row.get(0).asString());
            assertThat(balancer.pick(request, pool))
                    .as("%s", row)
                    .isEqualTo(row.get(1).asInt());
            Golden.equal(1);
        }
    }
}
