package roundhouse.routing.ipvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Pool;
import roundhouse.routing.algorithms.RecordedPicks;
import roundhouse.routing.algorithms.TestRequest;
import tools.jackson.databind.JsonNode;

/** Every decision derived from the kernel's source. */
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
        } else if (recorded.has("ops")) {
            new RecordedPicks().held(new IpvsLeast(rule(scheduler), _ -> 0), recorded);
        } else {
            rows(recorded, scheduler);
        }
    }

    static List<JsonNode> maglev() {
        List<JsonNode> cases = new ArrayList<>();
        Golden.readWhereItIs("edge/ipvs_mh.json").get("cases").forEach(cases::add);
        return cases;
    }

    @ParameterizedTest
    @MethodSource
    void maglev(JsonNode recorded) {
        Balancer balancer = new IpvsMaglev();
        Pool pool = RecordedPicks.pool(recorded);
        for (int target = 0; target < pool.size(); target++) {
            pool.address(target, recorded.get("servers").get(target).asString());
        }
        follows(balancer, pool, recorded);
        String owned = balancer.explain(request, pool).candidates().toString();
        for (JsonNode buckets : recorded.get("buckets")) {
            assertThat(owned).contains(buckets.asInt() + " of 4093 buckets");
            Golden.equal(1);
        }
    }

    @Test
    void theHashIsTheKernels() {
        // lib/test_siphash.c: the bytes 0 to 3 under the key of the bytes 0 to 15.
        assertThat(new HalfSipHash().hash(0x0302_0100, 0x0706_0504_0302_0100L, 0x0f0e_0d0c_0b0a_0908L))
                .isEqualTo(0x88d3_8328);
    }

    @Test
    void serversAreNumbersByAddressAndPort() {
        assertThat(ServerNumber.of("10.0.0.1:80")).isEqualTo(0x0a00_0001 + 80);
        assertThat(ServerNumber.of("10.0.0.1")).isEqualTo(0x0a00_0001);
        assertThat(ServerNumber.of("fd00::1")).isEqualTo(0xfd00_0000 ^ 1);
        assertThat(ServerNumber.of("[fd00::1]:443")).isEqualTo((0xfd00_0000 ^ 1) + 443);
        assertThat(ServerNumber.of("s1")).isNotEqualTo(ServerNumber.of("s2"));
    }

    private static IpvsLeast.Rule rule(String scheduler) {
        return IpvsLeast.Rule.valueOf(scheduler.toUpperCase(Locale.ROOT));
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
                pool.add("s" + target, weights[target], false, Pool.UNLIMITED, -1);
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
        follows(balancer, RecordedPicks.pool(recorded), recorded);
    }

    private void follows(Balancer balancer, Pool pool, JsonNode recorded) {
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
