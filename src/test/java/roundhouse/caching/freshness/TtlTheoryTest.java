package roundhouse.caching.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/**
 * One key under Poisson requests: the hit ratio with a lifetime from the fetch is λT / (1 + λT), from the last use 1 - exp(-λT). Recorded
 * from the real Caffeine too.
 */
final class TtlTheoryTest {
    private static final long LIFETIME = 900_000_000;
    private static final int REQUESTS = 200_000;

    static Stream<JsonNode> cases() {
        return Golden.list("caching/formulas.json", "ttl").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theHitRatioIsTheFormulas(JsonNode recorded) {
        for (Freshness rule : new Freshness[] {Freshness.EXACT, Freshness.CAFFEINE}) {
            double ratio = hitRatio(recorded, rule);
            // The standard error is at most 0.5 / sqrt(200,000), some more because hits come in runs.
            assertThat(ratio).as(rule.word()).isCloseTo(recorded.get("formula").asDouble(), within(0.006));
            assertThat(ratio).as("Caffeine").isCloseTo(recorded.get("hit_ratio").asDouble(), within(0.008));
        }
    }

    private static double hitRatio(JsonNode recorded, Freshness rule) {
        boolean fromUse = recorded.get("kind").asString().equals("expireAfterAccess");
        double gap = LIFETIME / recorded.get("lambda_T").asDouble();
        Random random = new Random(17);
        long now = 0;
        long remembered = -10 * LIFETIME;
        int hits = 0;
        for (int i = 0; i < REQUESTS; i++) {
            now += (long) (-Math.log(1 - random.nextDouble()) * gap);
            boolean hit = now < rule.freshUntilNanos(remembered, LIFETIME, 0);
            hits += hit ? 1 : 0;
            if (!hit) {
                remembered = now;
            } else if (fromUse) {
                remembered = rule.renewedNanos(remembered, now, LIFETIME);
            }
        }
        return (double) hits / REQUESTS;
    }
}
