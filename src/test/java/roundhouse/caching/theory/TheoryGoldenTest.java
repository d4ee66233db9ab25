package roundhouse.caching.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** The formulas beside worked numbers, and beside what was simulated or measured. */
final class TheoryGoldenTest {
    private static final String FILE = "caching/formulas.json";

    private static double number(JsonNode of, String name) {
        return of.get(name).asDouble();
    }

    private static double[] zipf(int keys, double exponent) {
        double[] chances = new double[keys];
        for (int i = 0; i < keys; i++) {
            chances[i] = 1 / Math.pow(i + 1, exponent);
        }
        double sum = Arrays.stream(chances).sum();
        return Arrays.stream(chances).map(each -> each / sum).toArray();
    }

    @Test
    void characteristicTimes() {
        for (JsonNode each : Golden.cases(FILE)) {
            double[] chances = zipf(each.get("n").asInt(), number(each, "s"));
            int capacity = each.get("C").asInt();
            assertThat(chances[0]).isCloseTo(number(each, "p_first"), within(1e-8));
            assertThat(CharacteristicTime.lru(chances, capacity)).isCloseTo(number(each, "lru_t"), within(1e-3));
            assertThat(CharacteristicTime.fifo(chances, capacity))
                    .isCloseTo(number(each, "fifo_random_t"), within(1e-3));
            double lru = CharacteristicTime.lruHitRatio(chances, capacity);
            double fifo = CharacteristicTime.fifoHitRatio(chances, capacity);
            assertThat(lru).isCloseTo(number(each, "lru"), within(1e-6));
            assertThat(fifo).isCloseTo(number(each, "fifo_random"), within(1e-6));
            assertThat(CharacteristicTime.lfuHitRatio(chances, capacity))
                    .isCloseTo(number(each, "lfu_perfect_limit"), within(1e-6));
            JsonNode simulated = each.get("simulated");
            assertThat(lru).isCloseTo(number(simulated, "lru"), within(0.003));
            assertThat(fifo).isCloseTo(number(simulated, "fifo"), within(0.003));
            assertThat(fifo).isCloseTo(number(simulated, "random"), within(0.003));
            Golden.equal(9);
        }
    }

    @Test
    void atTheEdges() {
        double[] chances = {0.5, 0.5, 0};
        assertThat(CharacteristicTime.lruHitRatio(chances, 2)).isOne();
        assertThat(CharacteristicTime.fifoHitRatio(chances, 0)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> CharacteristicTime.lru(chances, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> CharacteristicTime.fifo(chances, 0));
        assertThat(CharacteristicTime.lfuHitRatio(chances, 9)).isOne();
    }

    @Test
    void timesToLive() {
        for (JsonNode each : Golden.list(FILE, "ttl")) {
            double uses = number(each, "lambda_T");
            boolean fromFetch = each.get("kind").asString().equals("expireAfterWrite");
            double ratio =
                    fromFetch ? TtlTheory.hitRatioFromFetch(4, uses / 4) : TtlTheory.hitRatioFromUse(4, uses / 4);
            double fetches =
                    fromFetch ? TtlTheory.fetchesFromFetch(4, uses / 4) : TtlTheory.fetchesFromUse(4, uses / 4);
            assertThat(ratio).isCloseTo(number(each, "formula"), within(1e-6));
            assertThat(ratio).isCloseTo(number(each, "hit_ratio"), within(0.003));
            assertThat(fetches).isCloseTo(4 * (1 - ratio), within(1e-12));
        }
    }

    @Test
    void staleness() {
        for (JsonNode each : Golden.list(FILE, "stale")) {
            double requests = number(each, "lam");
            double updates = number(each, "mu");
            double ttl = number(each, "T");
            assertThat(TtlTheory.staleShare(requests, updates, ttl))
                    .isCloseTo(number(each, "stale_share_of_all"), within(1e-6));
            assertThat(TtlTheory.staleShareOfHits(updates, ttl, 0))
                    .isCloseTo(number(each, "stale_share_of_hits"), within(1e-6));
            assertThat(TtlTheory.staleShareOfHits(updates, ttl, ttl / 4))
                    .isCloseTo(number(each, "hits_stale_longer_than_T4"), within(1e-6));
            assertThat(TtlTheory.meanStaleness(updates, ttl))
                    .isCloseTo(number(each, "mean_staleness_over_hits"), within(1e-6));
            assertThat(TtlTheory.staleShare(requests, updates, ttl))
                    .isCloseTo(number(each.get("simulated"), "stale_share_of_all"), within(0.004));
        }
        assertThat(TtlTheory.staleShareOfHits(0, 10, 0)).isZero();
        assertThat(TtlTheory.staleShareOfHits(1, 10, 10)).isZero();
        assertThat(TtlTheory.meanStaleness(0, 10)).isZero();
        assertThat(TtlTheory.meanStaleness(1, 0)).isZero();
        // Of so few updates there is hardly ever more than one, so the mean is that of the time since it: mu T^2 / 6.
        assertThat(TtlTheory.meanStaleness(1e-9, 7)).isCloseTo(1e-9 * 49 / 6, withinPercentage(1e-6));
        assertThat(TtlTheory.meanStaleness(0.999e-3, 1))
                .as("on either side of where another form of it is used")
                .isCloseTo(TtlTheory.meanStaleness(1.001e-3, 1) * 0.999 / 1.001, withinPercentage(1e-3));
        assertThat(TtlTheory.stampede(200, 0.25)).isEqualTo(51);
    }

    @Test
    void earlyRefresh() {
        for (JsonNode each : Golden.list(FILE, "xfetch")) {
            double scale = number(each, "delta") * number(each, "beta");
            double requests = number(each, "lam");
            for (Map.Entry<String, JsonNode> gap : each.get("p_at_gap").properties()) {
                assertThat(EarlyRefreshTheory.chance(Double.parseDouble(gap.getKey()), scale))
                        .isCloseTo(gap.getValue().asDouble(), within(1e-6));
            }
            assertThat(EarlyRefreshTheory.noneEarly(requests, number(each, "ttl"), scale))
                    .isCloseTo(number(each, "p_no_early"), within(1e-6));
            assertThat(EarlyRefreshTheory.medianGap(requests, scale))
                    .isCloseTo(number(each, "median_gap"), within(1e-4))
                    .isCloseTo(number(each.get("simulated"), "median_gap"), withinPercentage(4));
            assertThat(EarlyRefreshTheory.meanGap(requests, scale))
                    .isCloseTo(number(each, "mean_gap_leading"), within(1e-4))
                    .isCloseTo(number(each.get("simulated"), "mean_gap"), withinPercentage(4));
        }
    }

    @Test
    void chains() {
        for (JsonNode each : Golden.list(FILE, "tiers")) {
            double first = number(each, "l1_hits") / number(each, "accesses");
            double second = number(each, "l2_hit_ratio_local");
            JsonNode latencies = each.get("latencies");
            double[] times = {
                latencies.get(0).asDouble(),
                latencies.get(1).asDouble(),
                latencies.get(2).asDouble()
            };
            assertThat(ChainTheory.latency(times, new double[] {first, second}))
                    .isCloseTo(number(each, "mean_latency"), within(1e-3));
            assertThat(ChainTheory.hitRatio(new double[] {first, second}))
                    .isCloseTo(1 - number(each, "misses") / number(each, "accesses"), within(1e-5));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainTheory.latency(new double[] {1}, new double[] {0.5}));
    }

    @Test
    void losses() {
        for (JsonNode each : Golden.list(FILE, "writeback")) {
            JsonNode expected = each.get("expected_lost");
            if (expected.isNull() || !each.get("mode").asString().equals("batched")) {
                continue;
            }
            double byPeriod = ChainTheory.lostByPeriod(number(each, "rate"), number(each, "max_delay_s"));
            double byBatch = ChainTheory.lostByBatch(each.get("batch").asInt());
            assertThat(Math.min(byPeriod, byBatch)).isEqualTo(expected.asDouble());
            assertThat(Math.min(byPeriod, byBatch))
                    .isCloseTo(number(each, "observed_mean_of_10"), withinPercentage(25));
            assertThat(ChainTheory.lostByDelay(number(each, "rate"), number(each, "max_delay_s")))
                    .isEqualTo(2 * byPeriod);
        }
    }
}
