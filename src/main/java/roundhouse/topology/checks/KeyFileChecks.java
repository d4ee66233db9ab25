package roundhouse.topology.checks;

import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** Can requests be made of the files that clients have their keys, and perhaps their times, from? */
final class KeyFileChecks {
    private KeyFileChecks() {}

    static void check(Topology topology, Problems problems) {
        for (int i = 0; i < topology.nodes().size(); i++) {
            if (topology.nodes().get(i) instanceof Clients clients) {
                check(clients, "/nodes/" + i, problems);
            }
        }
        for (int i = 0; i < topology.scenario().size(); i++) {
            if (topology.scenario().get(i).command() instanceof Command.Add add
                    && add.node() instanceof Clients clients) {
                check(clients, "/scenario/" + i + "/add", problems);
            }
        }
    }

    private static void check(Clients clients, String pointer, Problems problems) {
        if (clients.keys() instanceof KeyDistribution.FromFile from
                && !from.problem().isEmpty()) {
            problems.add(pointer + "/keys/file", "the keys of " + Json.quoted(from.file()) + ": " + from.problem());
        } else if (clients.arrivals() instanceof Arrivals.Recorded
                && !(clients.keys() instanceof KeyDistribution.FromFile from
                        && from.recorded().isTimed())) {
            problems.add(
                    pointer + "/arrivals",
                    "requests at the times of a file need keys from a file that has them, like \"ms key\" on each line");
        }
    }
}
