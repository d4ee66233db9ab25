package roundhouse.workbench.compare.several;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariationTest {
    @ParameterizedTest
    @EnumSource
    void eachSaysWhatItVaries(Variation variation) {
        assertThat(variation.offer()).isNotBlank();
        assertThat(variation.says()).endsWith("; all else stays.");
    }
}
