package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Command;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** What reports say of nodes that were removed. */
class RemovedNodesTest {
    @Test
    void aServerIsMeasuredUntilItsLastWorkIsDoneThoughThatIsAHealthCheck() {
        Run run = Run.of(((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "curve",
                      "points": [ ["0s", "0/s"], ["150ms", "0/s"], ["151ms", "200/s"] ] } },
                    { "id": "lb", "kind": "load-balancer", "checks": { "interval": "100ms", "timeout": "10s" } },
                    { "id": "web", "kind": "server", "service": "2s", "queue": 0 } ],
                  "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "web" } ] }
                """)).topology());
        run.runUntil(200_000_000);
        run.apply(new Command.Remove("web"));
        run.runUntil(5_000_000_000L);
        Report.RemovedNode removed = run.report().removed().getFirst();
        assertThat(removed.id()).isEqualTo("web");
        assertThat(removed.at()).isEqualTo(200_000_000);
        // The first check came within an interval and kept the core busy until its end; requests found no room.
        assertThat(removed.node().utilization()).isBetween(0.9, 1.0);
    }
}
