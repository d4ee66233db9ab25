package roundhouse.simulation.observing.expecting;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Waits of which nobody has seen the end are at least so long. */
class WaitingStillTest {
    private static final String SATURATED = """
            {
              "format": 1,
              "name": "saturated",
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                { "id": "s1", "kind": "server", "service": "5s" }
              ],
              "links": [ { "from": "users", "to": "s1", "latency": "0s" } ],
              "expect": [ "%s" ]
            }""";

    /** The first is served at once and takes 5 s; after 4 s the others have waited up to 4 s, and only one has begun. */
    @ParameterizedTest
    @CsvSource({
        "p99 wait of s1 < 1s, missed, measured at least 3.9",
        "p99 wait of s1 < 10s, not known, at least 3.9",
        "p99 wait of s1 > 1s, met, measured at least 3.9",
        "p99 wait of s1 > 10s, not known, at least 3.9"
    })
    void areJudgedByThat(String expectation, String state, String finding) {
        Topology topology = ((ReadResult.Read) TopologyFile.parse(SATURATED.formatted(expectation))).topology();
        Run run = Run.of(topology);
        run.runUntil(4 * SECOND);
        Verdict verdict = run.report().verdicts().getFirst();
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.finding()).startsWith(finding);
    }
}
