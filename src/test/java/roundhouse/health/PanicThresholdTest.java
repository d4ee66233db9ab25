package roundhouse.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import roundhouse.health.PanicThreshold.Split;

class PanicThresholdTest {
    @TestFactory
    Stream<DynamicTest> envoysTable() {
        return StreamOf.rows(Golden.read("other/envoy_panic.json"))
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
                    int levels =
                            (int) IntStream.iterate(0, level -> row.has("p" + level + "_healthy"), level -> level + 1)
                                    .count();
                    assertThat(levels).isPositive();
                    Split split = PanicThreshold.ENVOY.split(IntStream.range(0, levels)
                            .map(level -> row.get("p" + level + "_healthy").asInt())
                            .toArray());
                    for (int level = 0; level < levels; level++) {
                        assertThat(split.load()[level])
                                .isEqualTo(row.get("traffic_p" + level).asInt());
                        assertThat(split.panic()[level])
                                .isEqualTo(row.get("p" + level + "_panic").asBoolean());
                    }
                    assertThat(split.total())
                            .isEqualTo(row.get("normalized_total").asInt());
                }));
    }

    @Test
    void oneLevelPanicsBelowHalf() {
        assertThat(PanicThreshold.ENVOY.split(50).panic()).containsExactly(false);
        assertThat(PanicThreshold.ENVOY.split(49).panic()).containsExactly(true);
        assertThat(PanicThreshold.ENVOY.split(0).panic()).containsExactly(true);
    }

    @Test
    void theLoadIsAlwaysSharedInFull() {
        for (int one = 0; one <= 100; one++) {
            for (int two = 0; two <= 100; two++) {
                assertThat(IntStream.of(PanicThreshold.ENVOY.split(one, two).load())
                                .sum())
                        .as("%d %% and %d %% healthy", one, two)
                        .isEqualTo(100);
            }
        }
    }

    @Test
    void aLevelThatCannotBearItsPartPanicsOnlyBelowTheThreshold() {
        Split split = PanicThreshold.ENVOY.split(5, 65);
        assertThat(split.total()).isEqualTo(98);
        assertThat(split.panic()).containsExactly(true, false);
    }
}
