package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several limits, and the words of limits and of arrivals, can say. */
class LimitWordsTest extends LimitTrial {
    @Test
    void whatTakesItsTimeEndsByItself() throws IOException {
        assertThat(limit(
                                List.of("0 a for=100ms", "50 a for=100ms", "100 a for=100ms", "149 a", "150 b"),
                                List.of("--type", "connections", "--limit", "1", "--limit", "2 shared"))
                        .lines())
                .containsExactly("pass", "reject", "pass", "reject", "pass");
        assertThat(limit(
                                List.of("0 for=10ms result=failed", "5 for=10ms", "20 for=1ms", "121"),
                                List.of("--type", "circuit-breaker", "--limit", "2 minimum=2 open-for=100ms trials=1"))
                        .lines())
                .containsExactly("pass closed", "pass closed", "reject open", "pass half-open");
    }

    @Test
    void aKeyMayBeEmptyForOneOfSeveral() throws IOException {
        List<String> arguments =
                List.of("--type", "leaky-bucket", "--limit", "1/s", "--limit", "1/s burst=1 nodelay key=2");
        assertThat(limit(
                                List.of(
                                        "0 key= key2=B",
                                        "1 key= key2=B",
                                        "2 key= key2=B",
                                        "3 a",
                                        "4 b key2=C",
                                        "5 b key2=C"),
                                arguments)
                        .lines())
                .containsExactly("pass", "pass", "reject", "pass", "pass", "reject");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leaky-bucket | 1/s burst=x          | 0            | --limit, burst: found x; allowed is 0 to 1000000
            leaky-bucket | 1/s nodelay=1        | 0            | --limit, nodelay: found 1; allowed is the word alone
            leaky-bucket | 1/s brust=1          | 0            | --limit, brust: is no word; leaky-bucket knows burst, delay, key, nodelay, shared
            leaky-bucket | 1/s burst=1 burst=2  | 0            | --limit, burst: it stands there twice
            token-bucket | 5/s initial=6        | 0            | --limit, initial: found 6; the bucket holds 5
            gcra         | 1/s key=2            | 0            | --limit, key: gcra does not know it; it is for connections, leaky-bucket
            connections  | 0                    | 0            | --limit: found 0; allowed is 1 to 1000000
            circuit-breaker | 3.5s failures=150% | 0           | --limit, failures: found 150%; allowed is 0% to 100%
            circuit-breaker | 5                 | 0 ends=7     | line 1: ends: no call '7' is in progress
            gcra         | 1/s                  | 0 ends=7     | line 1: ends: it is for connections, circuit-breaker, envoy-breaker
            gcra         | 1/s                  | 0 timeout=1s | line 1: timeout= is for guava and guava-warming-up
            token-bucket | 1/s                  | 0 permits=0  | line 1: permits: found '0'; allowed are 1 to 1000000
            connections  | 1                    | 0 for=5      | line 1: for:
            """)
    void badInputIsOneLine(String type, String limit, String line, String message) throws IOException {
        assertBadInput(limit(List.of(line), List.of("--type", type, "--limit", limit)), message);
    }
}
