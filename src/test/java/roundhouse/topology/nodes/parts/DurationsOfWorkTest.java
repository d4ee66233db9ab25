package roundhouse.topology.nodes.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.types.TypeTrial;

/** How long work takes: by a distribution, by how many cores are busy, by how long a connection or a session lives. */
final class DurationsOfWorkTest {
    private final TypeTrial<Distribution> distributions = new TypeTrial<>(Distribution.TYPE);
    private final TypeTrial<Connection> connections = new TypeTrial<>(Connection.TYPE);

    @Test
    void theShortestIsNoLongerThanTheLongest() {
        Duration three = Duration.ofMillis(3);
        assertThat(distributions.checked(new Distribution.Uniform(three, three)))
                .isEmpty();
        assertThat(distributions.checked(new Distribution.Uniform(three, Duration.ofMillis(2))))
                .containsExactly("it: k has min 3ms above max 2ms");
    }

    @Test
    void theMeanOfAUniformOneIsHalfWay() {
        assertThat(new Distribution.Uniform(Duration.ofMillis(2), Duration.ofMillis(5)).mean())
                .isEqualTo(Duration.ofNanos(3_500_000));
    }

    @Test
    void aLogNormalOneHasAMean() {
        assertThat(distributions.checked(new Distribution.Normal(Duration.ZERO, Duration.ZERO)))
                .isEmpty();
        assertThat(distributions.checked(new Distribution.LogNormal(Duration.ZERO, Duration.ZERO)))
                .containsExactly("it: mean is 0s; it must be longer");
    }

    @ParameterizedTest
    @CsvSource({
        "0,   0,    1, 1",
        "0,   0,    4, 1",
        "0.1, 0,    1, 1",
        "0.1, 0,    4, 1.3",
        "0.1, 0.01, 4, 1.42",
        "1,   0,    4, 4"
    })
    void busyCoresHoldEachOtherUpByTheUniversalScalabilityLaw(
            double contention, double coherency, int busy, double factor) {
        Scalability scalability = new Scalability(contention, coherency, null);
        assertThat(scalability.factor(busy)).isCloseTo(factor, within(1e-9));
        assertThat(scalability.law().throughput(busy)).isCloseTo(busy / factor, within(1e-9));
    }

    @Test
    void aConnectionIsForOneRequestOrKept() {
        assertThat(connections.read("\"per-request\"")).isEqualTo(new Connection.PerRequest());
        assertThat(connections.read("\"keep-alive\""))
                .isEqualTo(new Connection.KeepAlive(Integer.MAX_VALUE, Duration.ofMinutes(1), null));
        String text = "{ \"type\": \"keep-alive\", \"requests\": 100, \"idle\": \"5s\", \"age\": \"1h\" }";
        assertThat(connections.written(connections.read(text))).isEqualTo(text);
        assertThat(connections.refusal("\"kept\""))
                .containsExactly("unknown connection \"kept\"; allowed are per-request, keep-alive");
    }

    @Test
    void sessionsAreInMemoryForHalfAnHour() {
        TypeTrial<SessionState> states = new TypeTrial<>(SessionState.TYPE);
        assertThat(states.read("\"memory\"")).isEqualTo(new SessionState(null, Duration.ofMinutes(30), 65_536));
        assertThat(states.written(SessionState.MEMORY)).isEqualTo("\"memory\"");
    }

    @Test
    void aColdStartSaysHowSlowAndForHowLong() {
        TypeTrial<ColdStart> starts = new TypeTrial<>(ColdStart.TYPE);
        assertThat(starts.read("{ \"factor\": 5, \"over\": \"30s\" }"))
                .isEqualTo(new ColdStart(5, Duration.ofSeconds(30)));
        assertThat(starts.checked(new ColdStart(0.5, Duration.ZERO)))
                .containsExactly("it: factor is 0.5; a number from 1 to 1,000 is allowed");
    }
}
