package roundhouse.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "/a, /a, true",
        "/a, /ab, false",
        "/a*, /ab, true",
        "/*.php, /x/y.php, true",
        "/*.php, /.php, true",
        "/*.php, /x.php5, false",
        "/ab*ba, /aba, false",
        "/ab*ba, /abba, true",
        "/*, /, true",
        "/a*, /, false",
        "/a*b, /ba, false"
    })
    void matchesWhatBeginsAndEndsSo(String pattern, String path, boolean matches) {
        assertThat(new PathPattern(pattern).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/*, /*.php, /a/*.php",
        "/a/*, /a/b*, /a/b*",
        "/*.php, /x.php, /x.php",
        "/*x.php, /*.php, /*x.php",
        "/a/*, /b/*, ''",
        "/*.php, /*.js, ''",
        "/a, /b, ''"
    })
    void hasInCommonWithAnother(String one, String other, String common) {
        PathPattern first = new PathPattern(one);
        PathPattern second = new PathPattern(other);
        assertThat(first.common(second).map(PathPattern::text).orElse("")).isEqualTo(common);
        assertThat(second.common(first).map(PathPattern::text).orElse("")).isEqualTo(common);
    }

    @Test
    void ranksAnExactPathThenOneWithAnEndThenTheLongerBeginning() {
        String[] inOrder = {"/a", "/static/*.css", "/*.css", "/longer/than/that/*", "/l*", "/*"};
        for (int i = 1; i < inOrder.length; i++) {
            assertThat(new PathPattern(inOrder[i]).rank()).isLessThan(new PathPattern(inOrder[i - 1]).rank());
        }
    }

    @Test
    void allocatesNothingWhereItIsAsked() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        PathPattern pattern = new PathPattern("/static/*.css");
        long before = 0;
        int matched = 0;
        for (int i = 0; i < 200_000; i++) {
            if (i == 100_000) {
                threads.getCurrentThreadAllocatedBytes();
                before = threads.getCurrentThreadAllocatedBytes();
            }
            matched += pattern.matches("/static/site/theme.css") ? 1 : 0;
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
        assertThat(matched).isEqualTo(200_000);
    }

    @Test
    void hasOneStarAtMost() {
        assertThat(PathPattern.isPattern("/a*b")).isTrue();
        assertThat(PathPattern.isPattern("/a*b*")).isFalse();
        assertThat(PathPattern.isPattern("*.php")).isFalse();
    }
}
