package roundhouse.topology.nodes.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.nodes.waiting.BalancerQueue.By;
import roundhouse.topology.nodes.waiting.BalancerQueue.Order;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;
import roundhouse.topology.types.Types;

/** What a balancer's requests and connections wait for, and for how long. */
final class WaitingSettingsTest {
    private static final int NO_LIMIT = Types.UNLIMITED;

    private final TypeTrial<BalancerQueue> queues = new TypeTrial<>(BalancerQueue.TYPE);
    private final RecordTrial<BalancerQueue> settings = new RecordTrial<>(BalancerQueue.SETTINGS);

    @ParameterizedTest
    @CsvSource({"shared, SHARED", "target, TARGET"})
    void whatRequestsWaitForAloneIsAQueueWithoutLimits(String word, By by) {
        BalancerQueue queue = new BalancerQueue(by, NO_LIMIT, NO_LIMIT, null, Order.FIFO, true, NO_LIMIT, NO_LIMIT);
        assertThat(BalancerQueue.of(by)).isEqualTo(queue);
        assertThat(queues.read("\"" + word + "\"")).isEqualTo(queue);
        assertThat(queues.written(queue)).isEqualTo("\"" + word + "\"");
        assertThat(queue.with(BalancerQueue.LENGTH, 7).length()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"by\": \"shared\", \"length\": 0 }",
                "{ \"by\": \"target\", \"target-length\": 1, \"timeout\": \"5s\", \"order\": \"lifo\", \"redispatch\": false }",
                "{ \"by\": \"target\", \"connections\": 1024, \"requests\": 1024 }"
            })
    void aQueueIsReadAsItIsWritten(String text) {
        assertThat(queues.written(queues.read(text))).isEqualTo(text);
        assertThat(settings.refusal(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            { }                                     | ' a balancer''s queue needs "by", like "shared"'
            { "by": "all" }                         | /by unknown kind of queue "all"; allowed are shared, target
            { "by": "shared", "target-length": 0 }  | /target-length "target-length" is 0; a whole number from 1 to 1,000,000,000 is allowed
            { "by": "shared", "timeout": "0s" }     | /timeout it: timeout is 0s; it must be longer
            """)
    void whatIsNoQueueIsRefused(String text, String reason) {
        assertThat(settings.refusal(text)).containsExactly(reason);
    }

    @Test
    void aKeptConnectionHasNoLimitsWhereNothingIsSaid() {
        RecordTrial<ConnectionLimits> limits = new RecordTrial<>(ConnectionLimits.SETTINGS);
        assertThat(ConnectionLimits.NONE).isEqualTo(new ConnectionLimits(NO_LIMIT, null, null));
        String text = "{ \"requests\": 1000, \"age\": \"1h\", \"idle\": \"1min\" }";
        assertThat(limits.read(text))
                .isEqualTo(new ConnectionLimits(1_000, Duration.ofHours(1), Duration.ofMinutes(1)));
        assertThat(limits.written(limits.read(text))).isEqualTo(text);
    }

    @Test
    void aBalancerWaitsForEverWhereNothingIsSaid() {
        RecordTrial<TimeLimits> limits = new RecordTrial<>(TimeLimits.SETTINGS);
        assertThat(TimeLimits.NONE).isEqualTo(new TimeLimits(null, null));
        assertThat(limits.read("{ \"connect\": \"1s\", \"request\": \"15s\" }"))
                .isEqualTo(new TimeLimits(Duration.ofSeconds(1), Duration.ofSeconds(15)));
        assertThat(limits.refusal("{ \"connect\": \"0s\" }"))
                .containsExactly("/connect it: connect is 0s; it must be longer");
    }
}
