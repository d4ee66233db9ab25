package roundhouse.simulation.storing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.stores.Replication;
import roundhouse.topology.stores.Store;

/** Three sites, each with clients, a server and a member of one store; members are 10 ms apart and work takes 1 ms. */
final class StoreSystems {
    private StoreSystems() {}

    static Topology three(Replication replication) {
        StringBuilder nodes = new StringBuilder();
        StringBuilder links = new StringBuilder();
        for (String site : List.of("a", "b", "c")) {
            nodes.append("""
                    { "id": "clients-%1$s", "kind": "clients", "arrivals": { "type": "poisson", "rate": "50/s" },
                      "keys": { "type": "uniform", "count": 20 }, "reads": 0.5, "timeout": "2s" },
                    { "id": "web-%1$s", "kind": "server", "cores": 4, "service": "1ms", "data": { "store": "orders" } },
                    { "id": "db-%1$s", "kind": "database", "cores": 4, "read": "1ms", "write": "1ms" },
                    """.formatted(site));
            links.append("""
                    { "from": "clients-%1$s", "to": "web-%1$s", "latency": "1ms" },
                    { "from": "web-%1$s", "to": "db-%1$s", "latency": "1ms" },
                    """.formatted(site));
        }
        String text = """
                { "format": 1, "name": "three", "seed": 1, "duration": "30s",
                  "nodes": [ %s { "id": "nobody", "kind": "server", "service": "1ms" } ],
                  "stores": [ { "id": "orders", "members": ["db-a", "db-b", "db-c"], "replication": { "mode": "consensus" } } ],
                  "links": [ %s
                    { "from": "db-a", "to": "db-b", "latency": "10ms" },
                    { "from": "db-b", "to": "db-c", "latency": "10ms" },
                    { "from": "db-a", "to": "db-c", "latency": "10ms" } ] }
                """.formatted(nodes, links);
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read read ->
                read.topology().with(Store.of("orders", List.of("db-a", "db-b", "db-c"), replication));
            case ReadResult.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    static Topology at(Topology topology, int seconds, Command command) {
        List<TimedCommand> scenario = new ArrayList<>(topology.scenario());
        scenario.add(new TimedCommand(Duration.ofSeconds(seconds), command));
        return topology.withScenario(scenario);
    }

    /** Cuts the site of {@code a} off. */
    static Command.Partition cutOff() {
        return new Command.Partition(List.of(
                List.of("db-a", "web-a", "clients-a"),
                List.of("db-b", "db-c", "web-b", "web-c", "clients-b", "clients-c")));
    }

    static Run run(Topology topology, int seconds) {
        Run run = Run.of(topology);
        run.runUntil(seconds * 1_000_000_000L);
        return run;
    }

    static StoreReport store(Report report) {
        return Objects.requireNonNull(report.data()).stores().getFirst();
    }
}
