package roundhouse.analysis.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Units.Parsed;

class CapacitySearchTest {
    /** M/M/1 with 100 a second. */
    private static final String SYSTEM = """
            { "format": 1, "name": "One queue", "duration": "400s", "warm-up": "10s",
              "nodes": [
                { "id": "c", "kind": "clients", "arrivals": { "type": "poisson", "rate": "%s" } },
                { "id": "s", "kind": "server", "queue": "unbounded", "service": { "type": "exponential", "mean": "10ms" } } ],
              "links": [ { "from": "c", "to": "s", "latency": "0s" } ] }
            """;

    private static Topology system(String rate) {
        return ((ReadResult.Read) TopologyFile.parse(SYSTEM.formatted(rate))).topology();
    }

    private static Capacity capacity(Topology topology, Duration length, String goal) {
        Goals goals = ((Parsed.Value<Goals>) Goals.parse(List.of(goal), topology)).value();
        try (Trials trials = new Trials(goals, length, 4, 2, () -> false)) {
            CapacitySearch search = new CapacitySearch(topology, trials);
            assertThat(search.refusal()).isEmpty();
            return search.find();
        }
    }

    /** The stay is exponential with the rate μ − λ, so that its 99th percentile is ln 100 / (μ − λ); power is greatest at half load. */
    @Test
    void isThatOfTheFormula() {
        Capacity capacity = capacity(system("10/s"), Duration.ofSeconds(400), "p99 < 100ms");
        double expected = 100 - Math.log(100) / 0.1;
        assertThat(capacity.most().orElseThrow().load()).isCloseTo(expected, within(3.5));
        assertThat(capacity.beyond().orElseThrow().load()
                        / capacity.most().get().load())
                .isBetween(1.0, 1.04);
        assertThat(capacity.knee().orElseThrow().load()).isBetween(38.0, 65.0);
        assertThat(capacity.weakest().orElseThrow().id()).isEqualTo("s");
    }

    @Test
    void isFoundBelowWhatTheFileHas() {
        Capacity capacity = capacity(system("300/s"), Duration.ofSeconds(60), "p99 < 100ms");
        assertThat(capacity.most().orElseThrow().load()).isBetween(40.0, 65.0);
        assertThat(capacity.load()).isEqualTo(300);
    }

    @Test
    void theoryIsAskedAboutTheServers() {
        Capacity capacity = capacity(system("50/s"), Duration.ofSeconds(60), "p99 < 100ms");
        TrialRun run = capacity.most().orElseThrow().trial().runs().getFirst();
        Staffing staffing = Staffing.of(system("50/s"), run).getFirst();
        assertThat(staffing.cores()).isEqualTo(1);
        assertThat(staffing.erlangs()).isCloseTo(run.requests() / 100, within(1e-9));
        assertThat(staffing.waiting()).as("one server is busy that often").isCloseTo(staffing.erlangs(), within(1e-9));
    }

    @Test
    void closedLoopsHaveMoreUsers() {
        Topology closed = ((ReadResult.Read)
                        TopologyFile.parse(
                                SYSTEM.replace(
                                        "{ \"type\": \"poisson\", \"rate\": \"%s\" }",
                                        "{ \"type\": \"closed\", \"think\": { \"type\": \"exponential\", \"mean\": \"1s\" } }, \"users\": 10")))
                .topology();
        Capacity capacity = capacity(closed, Duration.ofSeconds(60), "p99 < 100ms");
        assertThat(capacity.users()).isTrue();
        assertThat(capacity.most().orElseThrow().load()).isBetween(35.0, 75.0);
    }

    @Test
    void whereNothingIsSentThereIsNone() {
        Goals goals = ((Parsed.Value<Goals>) Goals.parse(List.of("p99 < 1s"), system("0/s"))).value();
        try (Trials trials = new Trials(goals, Duration.ofSeconds(1), 1, 1, () -> false)) {
            assertThat(new CapacitySearch(system("0/s"), trials).refusal()).hasValue("no clients send anything");
        }
    }
}
