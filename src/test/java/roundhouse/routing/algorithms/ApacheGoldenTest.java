package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.routing.Balancer;
import roundhouse.routing.Pool;
import tools.jackson.databind.JsonNode;

/** Pick for pick what Apache's mod_proxy_balancer picked. */
class ApacheGoldenTest {
    private final RecordedPicks picks = new RecordedPicks();

    static List<JsonNode> picks() {
        return Golden.cases("other/apache.json");
    }

    @ParameterizedTest
    @MethodSource
    void picks(JsonNode recorded) {
        Balancer balancer = recorded.get("algorithm").asString().equals("byrequests")
                ? new SmoothWeightedRoundRobin()
                : new ApacheByBusyness();
        Pool pool = RecordedPicks.pool(recorded);
        String kind = recorded.get("kind").asString();
        if (kind.startsWith("hot standby") || kind.startsWith("lbset")) {
            pool.backup(pool.size() - 1, true);
        } else if (kind.startsWith("first server disabled")) {
            pool.down(0, true);
        }
        if (kind.contains("held open")) {
            held(balancer, pool, recorded);
        } else {
            picks.sequential(balancer, pool, recorded.get("picks"));
        }
    }

    /** After the sequential case of the same weights. */
    private void held(Balancer balancer, Pool pool, JsonNode recorded) {
        JsonNode before = picks().stream()
                .filter(other -> other.get("kind").asString().startsWith("sequential")
                        && other.get("algorithm").equals(recorded.get("algorithm"))
                        && other.get("weights").equals(recorded.get("weights")))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < before.get("picks").size(); i++) {
            RecordedPicks.end(balancer, pool, picks.serve(balancer, pool));
        }
        for (JsonNode pick : recorded.get("picks")) {
            assertThat(picks.serve(balancer, pool)).isEqualTo(pick.asInt());
            Golden.equal(1);
        }
    }
}
