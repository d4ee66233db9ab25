package roundhouse.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    @Test
    void targetsHaveANameAndAWeight() {
        assertThat(Target.of("a", 0).usable()).isFalse();
        assertThat(Target.of("a", 1).usable()).isTrue();
        assertThat(Target.of("a").withDown(true).usable()).isFalse();
        assertThat(new Target("a", 1, "z", false).withWeight(4).withDown(true))
                .isEqualTo(new Target("a", 4, "z", true));
        assertThatIllegalArgumentException().isThrownBy(() -> Target.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Target.of("a", -1));
    }

    /** As nginx and memcached's clients read the text of a server. */
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1:80, 8",
        "host:0, 4",
        "host:9, 4",
        "[::1]:8080, 5",
        "host, -1",
        "host:, -1",
        "host:http, -1",
        "host:80a, -1",
        "host:8/0, -1",
        ":80, 0"
    })
    void aPortIsTheDigitsBehindTheLastColon(String name, int colon) {
        assertThat(TargetNames.port(name)).isEqualTo(colon);
    }
}
