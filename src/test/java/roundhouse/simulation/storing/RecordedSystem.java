package roundhouse.simulation.storing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.stores.Replication;
import roundhouse.topology.stores.Store;

/**
 * Sites as real stores were recorded: a member each, and clients for whom nothing but the way between members takes time. The first member
 * leads where somebody leads from the beginning.
 */
final class RecordedSystem {
    private final List<String> sites;
    private Topology topology;

    /**
     * @param delayMs one way between members
     * @param arrivals of each site's clients
     */
    RecordedSystem(String sites, double delayMs, String arrivals, int users, double reads, Replication replication) {
        this.sites = List.of(sites.split(""));
        List<String> nodes = new ArrayList<>();
        List<String> links = new ArrayList<>();
        List<String> members = new ArrayList<>();
        for (String site : this.sites) {
            nodes.add("""
                    { "id": "clients-%1$s", "kind": "clients", "arrivals": %2$s, "users": %3$d, "addresses": "10.%4$d.0.0/16",
                      "keys": { "type": "uniform", "count": 5 }, "reads": %5$s, "timeout": "1s" },
                    { "id": "web-%1$s", "kind": "server", "cores": 1000, "service": "0ms", "data": { "store": "orders" } },
                    { "id": "db-%1$s", "kind": "database", "cores": 100, "read": "0ms", "write": "0ms" }
                    """.formatted(site, arrivals, users, members.size(), reads));
            links.add("""
                    { "from": "clients-%1$s", "to": "web-%1$s", "latency": "0ms" },
                    { "from": "web-%1$s", "to": "db-%1$s", "latency": "0ms" }
                    """.formatted(site));
            members.forEach(other -> links.add(
                    "{ \"from\": \"%s\", \"to\": \"db-%s\", \"latency\": \"%sms\" }".formatted(other, site, delayMs)));
            members.add("db-" + site);
        }
        String text = """
                { "format": 1, "name": "recorded", "seed": 7, "duration": "60s", "nodes": [ %s ], "links": [ %s ],
                  "stores": [ { "id": "orders", "members": ["%s"], "replication": { "mode": "consensus" } } ] }
                """.formatted(String.join(",", nodes), String.join(",", links), String.join("\", \"", members));
        topology = switch (TopologyFile.parse(text)) {
            case ReadResult.Read read -> read.topology().with(Store.of("orders", members, replication));
            case ReadResult.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    RecordedSystem at(double seconds, Command command) {
        List<TimedCommand> scenario = new ArrayList<>(topology.scenario());
        scenario.add(new TimedCommand(Duration.ofNanos(Math.round(seconds * 1e9)), command));
        topology = topology.withScenario(scenario);
        return this;
    }

    /** Cuts one site off from the others. */
    RecordedSystem cut(double seconds, String alone) {
        List<List<String>> groups = new ArrayList<>(List.of(List.of(), List.of()));
        List<String> one = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String site : sites) {
            (site.equals(alone) ? one : rest).addAll(List.of("db-" + site, "web-" + site, "clients-" + site));
        }
        groups.set(0, one);
        groups.set(1, rest);
        return at(seconds, new Command.Partition(groups));
    }

    RecordedSystem heal(double seconds) {
        return at(seconds, new Command.Heal(true));
    }

    Run run(double seconds) {
        Run run = Run.of(topology);
        run.runUntil(Math.round(seconds * 1e9));
        return run;
    }

    static StoreReport store(Run run) {
        return Objects.requireNonNull(run.report().data()).stores().getFirst();
    }

    static OperationHistory history(Run run) {
        return run.histories().firstEntry().getValue();
    }

    /** Those of a kind whose clients are at that site. */
    IntPredicate of(OperationHistory history, String site, OperationKind kind) {
        String addresses = "10." + sites.indexOf(site) + ".";
        return i -> history.kind(i) == kind && history.clientName(i).contains(addresses);
    }

    /** How many of them were answered between two moments, seconds. */
    static int answered(OperationHistory history, IntPredicate which, double from, double until) {
        return (int) IntStream.range(0, history.size())
                .filter(which)
                .filter(i -> history.isKnown(i)
                        && history.returned(i) > Math.round(from * 1e9)
                        && history.returned(i) <= Math.round(until * 1e9))
                .count();
    }

    /** How many of them were asked between two moments, seconds. */
    static int asked(OperationHistory history, IntPredicate which, double from, double until) {
        return (int) IntStream.range(0, history.size())
                .filter(which)
                .filter(i -> history.call(i) >= Math.round(from * 1e9) && history.call(i) < Math.round(until * 1e9))
                .count();
    }

    /** The part of a history that those are. */
    static OperationHistory part(OperationHistory history, IntPredicate which) {
        return history.part(IntStream.range(0, history.size()).filter(which).toArray());
    }
}
