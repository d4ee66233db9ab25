package roundhouse.simulation.scaling;

import java.util.Locale;
import java.util.Objects;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Systems of users, a balancer that turns, and a group of servers. */
final class Groups {
    private Groups() {}

    /**
     * @param arrivals as a file has them
     * @param group what a file says of the group besides its id, kind and server
     * @param server of each of its servers
     * @param more what else the file says
     */
    static Topology system(String arrivals, String group, String server, String more) {
        String file = String.format(Locale.ROOT, """
                { "format": 1, "name": "A group", "seed": 7, "duration": "1h",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": %s, "timeout": "30s" },
                    { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin" },
                    { "id": "web", "kind": "server-group", %s, "server": { %s } } ],
                  "links": [
                    { "from": "users", "to": "lb", "latency": "0s" },
                    { "from": "lb", "to": "web", "latency": "0s" } ] %s }
                """, arrivals, group, server, more);
        return switch (TopologyFile.parse(file)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused failed -> throw new AssertionError(failed.problems());
        };
    }

    static GroupReport web(Report report) {
        return Objects.requireNonNull(report.groups().get("web"));
    }

    static GroupReport web(Run run) {
        return web(run.report());
    }
}
