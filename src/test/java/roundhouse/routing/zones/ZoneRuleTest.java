package roundhouse.routing.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ZoneRuleTest {
    private static final List<String> ABC = List.of("a", "b", "c");
    private static final ZoneRule ENVOY = new ZoneRule.Envoy(6, 100);
    private static final ZoneRule SAME_ZONE = new ZoneRule.SameZone();

    private static ZoneCounts counts(int own, int[] balancers, int... healthy) {
        return new ZoneCounts(ABC, own, balancers, healthy, healthy, false);
    }

    private static ZoneSplit split(ZoneRule rule, ZoneCounts counts) {
        return Objects.requireNonNull(rule.decide(counts).split());
    }

    /** The example in Envoy's source: parts of 40, 40, 20 % and 25, 50, 25 % leave 62.5 % here and 10 to 5 for the others. */
    @Test
    void theExampleOfEnvoysSource() {
        ZoneDecision decision = ENVOY.decide(counts(0, new int[] {2, 2, 1}, 2, 4, 2));
        ZoneSplit split = Objects.requireNonNull(decision.split());
        assertThat(split.kept()).isEqualTo(6_250);
        assertThat(split.share(0)).isEqualTo(0.625);
        assertThat(split.share(1)).isCloseTo(0.375 * 1_000 / 1_500, within(1e-12));
        assertThat(split.share(2)).isCloseTo(0.375 * 500 / 1_500, within(1e-12));
        assertThat(decision.words())
                .isEqualTo("keeps 62.5 % of its requests in zone a and sends the rest to others:"
                        + " 25 % to zone b, 12.5 % to zone c");
    }

    @Test
    void aZoneWithItsPartOfTheTargetsKeepsAll() {
        assertThat(split(ENVOY, counts(1, new int[] {2, 2, 1}, 2, 4, 2)).isDirect())
                .isTrue();
        assertThat(split(ENVOY, counts(0, new int[] {1, 1, 0}, 3, 3, 0)).isDirect())
                .isTrue();
        assertThat(ENVOY.decide(counts(1, new int[] {2, 2, 1}, 2, 4, 2)).words())
                .isEqualTo("keeps all its requests in zone b");
    }

    /** Balancers of equal load, each by the rule, give every target equally much, but for parts rounded to ten-thousandths. */
    @Test
    void togetherTheyLoadEveryTargetAlike() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        for (int round = 0; round < 2_000; round++) {
            int[] balancers = random.ints(3, 1, 6).toArray();
            int[] targets = random.ints(3, 2, 12).toArray();
            double[] load = new double[3];
            for (int own = 0; own < 3; own++) {
                ZoneSplit split = split(ENVOY, counts(own, balancers, targets));
                for (int zone = 0; zone < 3; zone++) {
                    load[zone] += balancers[own] * split.share(zone);
                }
            }
            double each = (double) ZoneCounts.sum(balancers) / ZoneCounts.sum(targets);
            for (int zone = 0; zone < 3; zone++) {
                assertThat(load[zone] / targets[zone] / each).isCloseTo(1, within(0.006));
            }
        }
    }

    @Test
    void drawsAreInThoseParts() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        ZoneSplit split = split(ENVOY, counts(0, new int[] {2, 2, 1}, 2, 4, 2));
        int[] drawn = new int[3];
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            drawn[split.next(random)]++;
        }
        for (int zone = 0; zone < 3; zone++) {
            double part = split.share(zone);
            assertThat((double) drawn[zone] / draws)
                    .isCloseTo(part, within(4.5 * Math.sqrt(part * (1 - part) / draws)));
        }
    }

    @Test
    void anEmptyZoneSendsAllToWhereThereIsRoom() {
        ZoneDecision decision = ENVOY.decide(counts(0, new int[] {1, 1, 1}, 0, 3, 6));
        ZoneSplit split = Objects.requireNonNull(decision.split());
        assertThat(split.kept()).isZero();
        // 3333 and 6666 less 3333 each: only the third zone has more than its balancers need.
        assertThat(split.share(1)).isZero();
        assertThat(split.share(2)).isEqualTo(1);
        assertThat(decision.words())
                .isEqualTo("has no healthy target in zone a and sends all its requests to others: 100 % to zone c");
    }

    /** 4,999 of 9,999 targets for half of the balancers: 49.99 % for 50 %; the others have 50 % for 50 %, so nothing left. */
    @Test
    void whereRoundingLeavesNothingAZoneWithTargetsIsDrawn() {
        ZoneSplit split = split(ENVOY, counts(0, new int[] {1, 1, 0}, 4_999, 5_000, 0));
        assertThat(split.kept()).isEqualTo(9_998);
        assertThat(split.share(0)).isCloseTo(0.9999, within(1e-12));
        assertThat(split.share(1)).isCloseTo(0.0001, within(1e-12));
        assertThat(split.share(2)).isZero();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        int[] drawn = new int[3];
        for (int i = 0; i < 100_000; i++) {
            drawn[split.next(random)]++;
        }
        assertThat(drawn[1]).isBetween(1, 30);
        assertThat(drawn[2]).isZero();
    }

    @Test
    void envoyDisregardsZones() {
        disregards(ENVOY, counts(0, new int[] {1, 1, 0}, 3, 2, 0), "5 healthy targets are fewer than 6");
        disregards(ENVOY, counts(0, new int[] {1, 1, 0}, 6, 0, 0), "its targets do not stand in two zones or more");
        disregards(
                ENVOY, counts(0, new int[] {2, 0, 0}, 3, 3, 0), "all balancers of its targets stand in its own zone");
        disregards(ENVOY, counts(ZoneCounts.NOWHERE, new int[] {1, 1, 0}, 3, 3, 0), "it stands in no zone");
        disregards(
                ENVOY,
                new ZoneCounts(ABC, 0, new int[] {1, 1, 1}, new int[] {9, 9, 9}, new int[] {4, 4, 4}, true),
                "its targets panic");
        assertThat(split(new ZoneRule.Envoy(5, 100), counts(0, new int[] {1, 1, 0}, 3, 2, 0))
                        .isDirect())
                .isTrue();
    }

    private static void disregards(ZoneRule rule, ZoneCounts counts, String reason) {
        ZoneDecision decision = rule.decide(counts);
        assertThat(decision.split()).isNull();
        assertThat(decision.words()).isEqualTo("disregards zones, for " + reason);
    }

    @Test
    void kubernetesKeepsAllHoweverFewTargetsThereAre() {
        ZoneDecision decision = SAME_ZONE.decide(counts(0, new int[] {5, 1, 0}, 1, 9, 0));
        assertThat(Objects.requireNonNull(decision.split()).isDirect()).isTrue();
        assertThat(decision.words()).isEqualTo("keeps all its requests in zone a");
    }

    @Test
    void kubernetesFallsBackToAllTargets() {
        disregards(SAME_ZONE, counts(0, new int[] {1, 1, 1}, 0, 9, 9), "no target is ready in zone a");
        disregards(SAME_ZONE, counts(ZoneCounts.NOWHERE, new int[] {1, 1, 1}, 1, 1, 1), "it stands in no zone");
        disregards(
                SAME_ZONE,
                new ZoneCounts(List.of("a", ""), 0, new int[] {1, 0}, new int[] {2, 1}, new int[] {2, 1}, false),
                "not all its targets stand in a zone");
        ZoneDecision notReady = SAME_ZONE.decide(
                new ZoneCounts(List.of("a", ""), 0, new int[] {1, 0}, new int[] {2, 1}, new int[] {2, 0}, false));
        assertThat(notReady.split()).isNotNull();
    }
}
