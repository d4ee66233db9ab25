package roundhouse.topology.nodes.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.RequestKind;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** Which requests make a call, how long it may take, and what is wrong with it where it is typed. */
final class CallRulesTest {
    private final TypeTrial<List<ServiceCall>> calls = new TypeTrial<>(ServiceCall.LIST_TYPE);

    private static RequestKind kind(String path) {
        return new RequestKind(path, Map.of(), Map.of());
    }

    @Test
    void requestsWhosePathBeginsSoMakeIt() {
        ServiceCall buying = ServiceCall.to("stock").with(ServiceCall.PATH, "/buy");
        assertThat(buying.concerns(kind("/buy"))).isTrue();
        assertThat(buying.concerns(kind("/buying/shoes"))).isTrue();
        assertThat(buying.concerns(kind("/bu"))).isFalse();
        assertThat(buying.concerns(kind("/shop/buy"))).isFalse();
        assertThat(ServiceCall.to("stock").concerns(kind("/bu"))).isTrue();
    }

    @Test
    void isMadeOnceByAllRequestsAndWaitsForEverWhereNothingIsSaid() {
        RecordTrial<ServiceCall> trial = new RecordTrial<>(ServiceCall.SETTINGS);
        assertThat(trial.read("{ \"to\": \"stock\" }"))
                .isEqualTo(new ServiceCall("stock", 1, false, 1.0, null, null, Retries.NONE, null, null, false));
        assertThat(trial.written(ServiceCall.to("stock"))).isEqualTo("{ \"to\": \"stock\" }");
    }

    /** Three attempts of 100 ms: the waits between them are 10 and 20 ms, or as many as the longest wait is. */
    @ParameterizedTest
    @CsvSource({"10, 1000, 330", "10, 20, 330", "10, 15, 325", "10, 10, 320", "30, 10, 320", "0, 0, 300"})
    void waitsDoubleUpToTheLongest(int backoff, int longest, int together) {
        Retries retries =
                new Retries(3, Duration.ofMillis(backoff), Duration.ofMillis(longest), 1, Retries.ANY, null, null);
        assertThat(ServiceCall.to("x")
                        .with(ServiceCall.TIMEOUT, Duration.ofMillis(100))
                        .with(ServiceCall.RETRIES, retries)
                        .longest())
                .isEqualTo(Duration.ofMillis(together));
    }

    @Test
    void theTimeForAllAttemptsIsABoundWithAndWithoutOneForEach() {
        ServiceCall call =
                ServiceCall.to("x").with(ServiceCall.RETRIES, Retries.TOTAL.with(Retries.NONE, Duration.ofMillis(150)));
        assertThat(call.longest()).isEqualTo(Duration.ofMillis(150));
        assertThat(call.with(ServiceCall.TIMEOUT, Duration.ofMillis(100)).longest())
                .as("one attempt")
                .isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            stock count       | found "stock count"; a call is written like "stock count=3 parallel=true breaker.in-a-row=5"
            stock count=0     | "count" is 0; a whole number from 1 to 1,000 is allowed
            stock path=buy    | a call: path is "buy"; a path begins with /
            stock nothing=1   | unknown key "nothing"; a call has to, count, parallel, share, path, timeout, retries, hedge, breaker, optional
            stock breaker.failure-rate=0 | a call: failure-rate is 0, at which it would open with its first call; a share above 0 is allowed
            """)
    void whatIsWrongWithALineIsSaidOfThatLine(String line, String message) {
        assertThat(calls.typed(List.of(), "prices\n" + line)).isEqualTo("no: line 2: " + message);
    }

    @Test
    void aLineSaysWhomAndWhatIsNotAsUsual() {
        ServiceCall thrice = ServiceCall.to("stock").with(ServiceCall.COUNT, 3);
        assertThat(calls.typed(List.of(), "  stock  count=3 \nprices"))
                .isEqualTo(List.of(thrice, ServiceCall.to("prices")));
        assertThat(calls.field(List.of()).read().apply(List.of(thrice, ServiceCall.to("prices"))))
                .isEqualTo("stock count=3\nprices");
    }

    @Test
    void theExampleOfAFormCanBeTyped() {
        Editor.Lines editor = (Editor.Lines) calls.field(List.of()).editor();
        assertThat(calls.typed(List.of(), editor.prompt()))
                .asInstanceOf(LIST)
                .hasSize(2)
                .contains(ServiceCall.to("stock").with(ServiceCall.TIMEOUT, Duration.ofMillis(200)));
        assertThat(ServiceCall.LIST_TYPE.allowed()).isEqualTo("a list of calls");
    }
}
