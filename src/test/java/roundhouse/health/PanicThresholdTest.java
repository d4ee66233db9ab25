package roundhouse.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.health.PanicThreshold.Split;
import tools.jackson.databind.JsonNode;

class PanicThresholdTest {
    /** How levels of a hundred servers each share, of which so many are healthy. */
    private static Split percent(int... healthy) {
        return PanicThreshold.ENVOY.split(
                healthy, IntStream.generate(() -> 100).limit(healthy.length).toArray());
    }

    static List<JsonNode> rows() {
        return Golden.list("other/envoy_panic.json", "rows");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void envoysTable(JsonNode row) {
        int levels = (int) IntStream.iterate(0, level -> row.has("p" + level + "_healthy"), level -> level + 1)
                .count();
        assertThat(levels).isPositive();
        Split split = percent(IntStream.range(0, levels)
                .map(level -> row.get("p" + level + "_healthy").asInt())
                .toArray());
        for (int level = 0; level < levels; level++) {
            assertThat(split.load()[level])
                    .isEqualTo(row.get("traffic_p" + level).asInt());
            assertThat(split.panic()[level])
                    .isEqualTo(row.get("p" + level + "_panic").asBoolean());
        }
        assertThat(split.total()).isEqualTo(row.get("normalized_total").asInt());
        Golden.equal(levels);
    }

    @Test
    void oneLevelPanicsBelowHalf() {
        assertThat(percent(50).panic()).containsExactly(false);
        assertThat(percent(49).panic()).containsExactly(true);
        assertThat(percent(0).panic()).containsExactly(true);
    }

    @Test
    void theLoadIsAlwaysSharedInFull() {
        for (int one = 0; one <= 100; one++) {
            for (int two = 0; two <= 100; two++) {
                assertThat(IntStream.of(percent(one, two).load()).sum())
                        .as("%d %% and %d %% healthy", one, two)
                        .isEqualTo(100);
            }
        }
    }

    @Test
    void aLevelThatCannotBearItsPartPanicsOnlyBelowTheThreshold() {
        Split split = percent(5, 65);
        assertThat(split.total()).isEqualTo(98);
        assertThat(split.panic()).containsExactly(true, false);
    }

    /** Not the 7 and 93 of Envoy's documentation: 7 and 91 of 98 are 7 and 92 whole percent, and the first has the one left over. */
    @Test
    void loadsAreWholePercentsAndTheFirstHasTheRest() {
        assertThat(percent(5, 65).load()).containsExactly(8, 92);
        // 77 and 22 of 99 are 77 and 22.
        assertThat(percent(55, 16, 0).load()).containsExactly(78, 22, 0);
        // Of the first that can bear anything: 70 and 14 of 84 are 83 and 16.
        assertThat(percent(0, 50, 10).load()).containsExactly(0, 84, 16);
    }

    /** What a level can bear is rounded once: 1.4 × 5 ÷ 7 is 1, though 5 ÷ 7 is less than 72 %. */
    @Test
    void serversAreCountedNotPercents() {
        Split split = PanicThreshold.ENVOY.split(new int[] {5, 1}, new int[] {7, 1});
        assertThat(split.load()).containsExactly(100, 0);
        assertThat(percent(71, 100).load()).containsExactly(99, 1);
    }

    @Test
    void whenAllPanicTheyShareByTheirServers() {
        Split split = PanicThreshold.ENVOY.split(new int[] {1, 0}, new int[] {5, 2});
        assertThat(split.total()).isEqualTo(28);
        assertThat(split.panic()).containsExactly(true, true);
        assertThat(split.load()).containsExactly(72, 28);
        assertThat(percent(0, 0).load()).containsExactly(50, 50);
        assertThat(percent(25, 25).load()).containsExactly(50, 50);
    }

    @Test
    void aLevelWithoutServersHasNoPart() {
        assertThat(PanicThreshold.ENVOY
                        .split(new int[] {0, 3}, new int[] {0, 3})
                        .load())
                .containsExactly(0, 100);
        Split panic = PanicThreshold.ENVOY.split(new int[] {1, 0}, new int[] {4, 0});
        assertThat(panic.load()).containsExactly(100, 0);
        assertThat(panic.panic()).containsExactly(true, false);
        assertThat(PanicThreshold.ENVOY
                        .split(new int[] {0, 0}, new int[] {0, 0})
                        .load())
                .containsExactly(100, 0);
    }
}
