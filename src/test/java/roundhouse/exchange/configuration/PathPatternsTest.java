package roundhouse.exchange.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^/api /api*",
                "^/api/.*$ /api/*",
                "^/api$ /api",
                "^/api(/|$) /api/*,/api",
                "^/(v1|v2)/(?<rest>.*) /v1/*,/v2/*",
                "^/a(?:b|c(d|e))?/x\\.txt$ /ab/x.txt,/acd/x.txt,/ace/x.txt,/a/x.txt",
                "^/blog/?$ /blog/,/blog",
                "^/x|^/y -",
                "^/v[0-9]+/ -",
                "\\.php$ /*.php",
                "\\.(png|jpe?g)$ /*.png,/*.jpeg,/*.jpg",
                "^/a.*\\.png$ /a*.png",
                "\\.php -",
                "\\.php(/|$) -",
                "^/a/\\d -",
                "^(.*) -"
            })
    void anExpressionIsPatternsWhereItCanBe(String regex, String patterns) {
        assertThat(PathPatterns.of(regex, false))
                .isEqualTo(patterns.equals("-") ? List.of() : List.of(patterns.split(",", -1)));
    }

    @Test
    void thatMustMatchTheWholePathEndsWhereItEnds() {
        assertThat(PathPatterns.of("/api", true)).containsExactly("/api");
        assertThat(PathPatterns.of("/api/.*", true)).containsExactly("/api/*");
        assertThat(PathPatterns.of(".*\\.(css|js)", true)).containsExactly("/*.css", "/*.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "^", "^(", "^/a(b", "^/a)b", "^/a\\", "^/(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b|c|d)"})
    void nothingBreaksIt(String regex) {
        assertThat(PathPatterns.of(regex, false)).isEmpty();
    }
}
