package roundhouse.topology.nodes.guarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.limits.Quota;
import roundhouse.routing.RequestMatch;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.types.TypeTrial;

/** Networks, rates, methods and paths as text. */
final class GuardTextsTest {
    private static String network(String text) {
        Problems problems = new Problems();
        CidrBlock.check("from", text, new Checks("", "it", problems));
        return problems.inOrder().isEmpty() ? "" : problems.inOrder().getFirst().message();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/8", "0.0.0.0/0", "1.2.3.4/32", "::/0", "2001:db8::1/128", "10.0.0.0/8, 192.0.2.0/24"})
    void networksAreAnAddressAndAPrefixLength(String text) {
        assertThat(network(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.0         | a network is an address and a prefix length, like "10.0.0.0/8"
            host/8           | a network is an address and a prefix length, like "10.0.0.0/8"
            10.0.0/8         | a network is an address and a prefix length, like "10.0.0.0/8"
            300.0.0.0/8      | that is not an IP address
            1:2:3/8          | that is not an IP address
            10.0.0.0/33      | the prefix length is from 0 to 32
            10.0.0.0/x       | the prefix length is from 0 to 32
            10.0.0.0/        | the prefix length is from 0 to 32
            ::/129           | the prefix length is from 0 to 128
            10.0.0.0/8, x    | a network is an address and a prefix length, like "10.0.0.0/8"
            """)
    void whatIsNoNetworkSaysWhy(String text, String reason) {
        assertThat(network(text)).isEqualTo("it: from is \"" + text + "\"; " + reason);
    }

    @Test
    void severalNetworksAreSplitAtCommas() {
        assertThat(CidrBlock.split(" 10.0.0.0/8 , ::/0")).containsExactly("10.0.0.0/8", "::/0");
        assertThat(CidrBlock.isNetwork("10.0.0.0/8")).isTrue();
        assertThat(CidrBlock.isNetwork("10.0.0.0/8, ::/0")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10/s      | 10   | 1s      | 10/s
            10r/s     | 10   | 1s      | 10/s
            10 / sec  | 10   | 1s      | 10/s
            70/min    | 70   | 1min    | 70/min
            70r/m     | 70   | 1min    | 70/min
            1000/h    | 1000 | 1h      | 1000/h
            5/day     | 5    | 24h     | 5/day
            5/500ms   | 5    | 500ms   | 5/500ms
            5/2s      | 5    | 2s      | 5/2s
            5/1500ms  | 5    | 1500ms  | 5/1500ms
            """)
    void aRateIsSoManyInAPeriod(String text, long permits, String period, String written) {
        Quota quota = ((Parsed.Value<Quota>) QuotaText.parse(text)).value();
        assertThat(quota.permits()).isEqualTo(permits);
        assertThat(quota.periodNanos())
                .isEqualTo(((Parsed.Value<Duration>) Units.duration(period))
                        .value()
                        .toNanos());
        assertThat(QuotaText.format(quota)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "x/s", "10/", "1.5/s", "10/fortnight", "10/0s", "0/s", "1234567890/s"})
    void whatIsNoRateSaysWhy(String text) {
        assertThat(QuotaText.parse(text)).isInstanceOf(Parsed.Wrong.class);
    }

    @Test
    void aRateIsATextInFilesAndForms() {
        TypeTrial<Quota> trial = new TypeTrial<>(new QuotaType());
        Quota ten = trial.read("\"10/s\"");
        assertThat(ten).isEqualTo(new Quota(10, 1_000_000_000));
        assertThat(trial.written(ten)).isEqualTo("\"10/s\"");
        assertThat(trial.typed(ten, "20/s")).isEqualTo(new Quota(20, 1_000_000_000));
        assertThat(trial.field(ten).read().apply(ten)).isEqualTo("10/s");
        assertThat(trial.field(ten).editor()).isEqualTo(new Editor.Text("50/s"));
        assertThat(trial.checked(ten)).isEmpty();
        assertThat(trial.schema()).contains("So many in a period", "\"pattern\"");
        assertThat(new QuotaType().allowed()).isEqualTo(QuotaText.ALLOWED);
        assertThat(trial.readOrNull("7")).isNull();
        assertThat(new TypeTrial<>(new QuotaType()).refusal("\"x\""))
                .containsExactly("\"k\": found \"x\"; allowed is " + QuotaText.ALLOWED);
    }

    @Test
    void methodsAreNamesOrAllOthers() {
        assertThat(MethodNames.of(List.of("GET", "HEAD"), true)).isEqualTo("not GET, HEAD");
        assertThat(MethodNames.of(List.of("POST"), false)).isEqualTo("POST");
        assertThat(MethodNames.match("not GET,HEAD")).isEqualTo(new RequestMatch.Methods(List.of("GET", "HEAD"), true));
        assertThat(MethodNames.match("POST , PUT")).isEqualTo(new RequestMatch.Methods(List.of("POST", "PUT"), false));
    }

    @ParameterizedTest
    @CsvSource({"POST, true", "'POST,PUT', true", "not GET, true", "post, false", "'POST,', false", "not, false"})
    void methodsAreInCapitals(String text, boolean right) {
        assertThat(new TypeTrial<>(MethodNames.TYPE).checked(text).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"/, true", "/api/*, true", "/a*b, true", "api, false", "/a/*/*, false"})
    void aPathBeginsWithASlashAndHasOneStar(String text, boolean right) {
        assertThat(new TypeTrial<>(PathText.TYPE).checked(text).isEmpty()).isEqualTo(right);
    }

    @Test
    void aPathIsOneLine() {
        assertThat(new TypeTrial<>(PathText.TYPE).checked("/a\nb")).isNotEmpty();
    }
}
