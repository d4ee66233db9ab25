package roundhouse.simulation.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.frame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Whether somebody looks at a run changes nothing of what he sees later. */
class LookingTest {
    private static final long MILLISECOND = 1_000_000;

    /** One user who thinks longer than the server remembers; life is the server's. */
    private static Topology thinking(String life) {
        String text = """
                {
                  "format": 1,
                  "name": "thinking",
                  "seed": 1,
                  "nodes": [
                    { "id": "user", "kind": "clients", "arrivals": { "type": "closed", "think": "300ms" }, "users": 1 },
                    { "id": "s1", "kind": "server", "service": "1ms", "state": { "life": "%s" } }
                  ],
                  "links": [ { "from": "user", "to": "s1", "latency": "0s" } ],
                  "expect": [ "missed sessions = 0" ]
                }""";
        return ((ReadResult.Read) TopologyFile.parse(text.formatted(life))).topology();
    }

    /** The first request is served at 301 ms, the second at 602 ms; in between somebody makes the life of sessions ten minutes. */
    private static Run run(long raisedAtMillis, boolean looking) {
        Run run = Run.of(thinking("100ms"));
        for (long millis = 0; millis <= raisedAtMillis; millis += 10) {
            run.runUntil(millis * MILLISECOND);
            if (looking) {
                frame(run);
                run.report();
            }
        }
        run.apply(new Command.Revise(thinking("10min")));
        run.runUntil(2_000 * MILLISECOND);
        return run;
    }

    @ParameterizedTest
    @CsvSource({"350, met", "400, met", "410, missed", "550, missed"})
    void whatIsForgottenIsForgottenWhenItsLifeIsOver(long raisedAtMillis, String verdict) {
        Run unseen = run(raisedAtMillis, false);
        Run seen = run(raisedAtMillis, true);
        assertThat(seen.digest()).isEqualTo(unseen.digest());
        assertThat(seen.report()).isEqualTo(unseen.report());
        assertThat(unseen.report().verdicts()).extracting(Verdict::state).containsExactly(verdict);
    }
}
