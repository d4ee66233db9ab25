package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.transcript;

import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;

/** Edits of a person on top of what a scenario has done to the links. */
class RevisionInRunTest {
    /** At 1 s the scenario puts a balancer between two others. */
    private static final Topology DOCUMENT = ((ReadResult.Read) TopologyFile.parse("""
            { "format": 1, "name": "Between",
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                { "id": "first", "kind": "load-balancer" },
                { "id": "last", "kind": "load-balancer" },
                { "id": "s1", "kind": "server", "service": "1ms" }
              ],
              "links": [
                { "from": "users", "to": "first", "latency": "1ms" },
                { "from": "first", "to": "s1", "latency": "1ms" },
                { "from": "last", "to": "s1", "latency": "1ms" }
              ],
              "scenario": [
                { "at": "1s", "add": { "id": "between", "kind": "load-balancer" },
                  "links": [ { "from": "first", "to": "between", "latency": "1ms" },
                             { "from": "between", "to": "last", "latency": "1ms" } ] }
              ] }""")).topology();

    private final Run run = Run.of(DOCUMENT);

    private static Link link(String from, String to) {
        return Link.of(from, to, Link.DEFAULT_LATENCY);
    }

    @Test
    void aLinkThatClosesACircleWithWhatTheScenarioAddedIsRefused() {
        run.runUntil(2 * SECOND);
        run.apply(new Command.Revise(DOCUMENT.with(link("last", "first"))));
        assertThat(run.topology().link("last", "first")).isEmpty();
        assertThat(transcript(run))
                .last()
                .asString()
                .startsWith("nothing was changed, for load balancers send requests in a circle");
        run.runUntil(3 * SECOND);
    }

    @Test
    void ofManyChangesTheFirstAreSaidAndHowManyMore() {
        Topology all = DOCUMENT;
        for (int i = 1; i <= 7; i++) {
            all = all.with(((Server) DOCUMENT.node("s1").orElseThrow()).renamed("t" + i));
        }
        run.runUntil(2 * SECOND);
        run.apply(new Command.Revise(all));
        assertThat(transcript(run)).last().isEqualTo("t1 added; t2 added; t3 added; t4 added; and 3 more changes");
    }

    @Test
    void anotherOneIsTaken() {
        run.runUntil(2 * SECOND);
        run.apply(new Command.Revise(
                DOCUMENT.with(DOCUMENT.link("first", "s1").orElseThrow().weighted(3))));
        assertThat(run.topology().link("first", "s1").orElseThrow().weight()).isEqualTo(3);
        assertThat(run.topology().link("between", "last")).isPresent();
    }
}
