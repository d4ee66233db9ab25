package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.golden.Golden;
import roundhouse.limits.LimiterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LimitCommandTest extends LimitTrial {
    private CliRunner limit(List<String> arrivals, String... arguments) throws IOException {
        return limit(arrivals, List.of(arguments));
    }

    /** What nginx did, through the program's front door. */
    @TestFactory
    Stream<DynamicTest> answersAsNginxDid() {
        return Golden.cases("edge/nginx_limit_req.json").stream()
                .filter(recorded -> recorded.get("limits").size() == 1)
                .map(recorded -> DynamicTest.dynamicTest(recorded.get("id").asString(), () -> {
                    JsonNode limit = recorded.get("limits").get(0);
                    List<String> arguments = new ArrayList<>(List.of("--type", "leaky-bucket", "--rate"));
                    arguments.add(limit.get("rate").asString());
                    if (limit.has("burst")) {
                        arguments.addAll(List.of("--burst", limit.get("burst").asString()));
                    }
                    String mode = limit.path("mode").asString("");
                    if (mode.equals("nodelay")) {
                        arguments.add("--nodelay");
                    } else if (!mode.isEmpty()) {
                        arguments.addAll(List.of("--delay", mode.substring("delay=".length())));
                    }
                    List<String> arrivals = new ArrayList<>();
                    List<String> expected = new ArrayList<>();
                    for (JsonNode request : recorded.get("requests")) {
                        arrivals.add(
                                request.get(0).asLong() + " " + request.get(1).asString());
                        long pause = request.get(3).asLong();
                        expected.add(
                                request.get(2).asString().equals("rejected")
                                        ? "reject"
                                        : pause == 0 ? "pass" : "delay " + pause);
                    }
                    CliRunner result = limit(arrivals, arguments);
                    assertThat(result.lines()).isEqualTo(expected);
                    assertThat(result.code()).isZero();
                }));
    }

    @ParameterizedTest
    @EnumSource(LimiterType.class)
    void everyTypeLetsTheFirstThroughAndCountsKeysApart(LimiterType type) throws IOException {
        CliRunner result = limit(List.of("100 a", "100 b", "100 a", "100 b"), "--type", type.key(), "--rate", "1/min");
        assertThat(result.code()).as(result.err()).isZero();
        List<String> lines = result.lines();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo(lines.get(1));
        assertThat(lines.get(2)).isEqualTo(lines.get(3)).isNotEqualTo("pass");
        assertThat(lines.get(0)).isEqualTo("pass");
    }

    @Test
    void delaysHaveTheFractionTheyNeed() throws IOException {
        assertThat(limit(List.of("0", "0.5", "1"), "--type", "guava", "--rate", "8/s")
                        .lines())
                .containsExactly("pass", "delay 124.5", "delay 249");
        assertThat(limit(List.of("0", "0.5"), "--type", "guava", "--rate", "8/s", "--timeout", "100ms")
                        .lines())
                .containsExactly("pass", "reject");
        assertThat(limit(List.of("0", "100", "700"), "--type", "resilience4j", "--rate", "1/500ms")
                        .lines())
                .containsExactly("pass", "delay 400", "delay 300");
    }

    @Test
    void givesJson() throws IOException {
        CliRunner result = limit(
                List.of("0 a", "10 a", "20 a"),
                "--type",
                "leaky-bucket",
                "--rate",
                "10/s",
                "--burst",
                "1",
                "--format",
                "json");
        JsonNode json = JsonMapper.shared().readTree(result.out());
        assertThat(json.get("passed").asInt()).isEqualTo(1);
        assertThat(json.get("delayed").asInt()).isEqualTo(1);
        assertThat(json.get("rejected").asInt()).isEqualTo(1);
        JsonNode second = json.get("decisions").get(1);
        assertThat(second.get("at").asDouble()).isEqualTo(0.01);
        assertThat(second.get("key").asString()).isEqualTo("a");
        assertThat(second.get("answer").asString()).isEqualTo("delay");
        assertThat(second.get("delay").asDouble()).isEqualTo(0.09);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --type gcr --rate 1/s                           | is not a limiter; did you mean
            --type gcra --rate 10                           | --rate: found "10"; allowed is a whole number in a period
            --type gcra --rate 0/s                          | --rate: found "0/s"; 0 permits; allowed are 1 to 1000000
            --type gcra --rate 1/s --burst 0                | --burst: found 0; allowed is 1 to 1000000
            --type gcra --rate 1/s --nodelay                | --nodelay: gcra does not know it; it is for leaky-bucket
            --type leaky-bucket --rate 1/s --nodelay --delay 1 | --nodelay and --delay: allowed is one of them
            --type leaky-bucket --rate 1/h --keys 1         | a leaky bucket leaks at least one request in 1000 s
            --type guava --rate 1/s --timeout 5             | --timeout:
            """)
    void badInputIsOneLine(String arguments, String message) throws IOException {
        assertBadInput(limit(List.of("0"), arguments.strip().split(" +")), message);
    }

    @ParameterizedTest
    @CsvSource({
        "'0 a,x b', 'line 2: found ''x''; allowed are milliseconds'",
        "'5,4', 'line 2: the time goes back, from 5 to 4 ms'",
        "'0,-1', 'line 2: found ''-1'''"
    })
    void badArrivalsAreOneLine(String arrivals, String message) throws IOException {
        assertBadInput(limit(List.of(arrivals.split(",")), "--type", "gcra", "--rate", "1/s"), message);
    }
}
