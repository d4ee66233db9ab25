package roundhouse.topology.checks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Links;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.Store;
import roundhouse.topology.types.TypeTrial;

/** A graph that is put together of short texts: {@code "lb load-balancer"} is a node, {@code "lb > s1"} a link. */
final class GraphTrial {
    final Graph graph = new Graph();

    static GraphTrial of(String... parts) {
        GraphTrial trial = new GraphTrial();
        for (String part : parts) {
            trial.add(part);
        }
        return trial;
    }

    void add(String part) {
        if (isLink(part)) {
            graph.add(link(part));
        } else {
            graph.add(node(part));
        }
    }

    void store(String id, String... members) {
        graph.add(Store.of(id, List.of(members), ConsensusReplication.SETTINGS.usual()));
    }

    private static boolean isLink(String part) {
        return part.contains(">") || part.contains("~");
    }

    /** {@code "a > b"} or, with a heartbeat, {@code "a ~ b"}. */
    static Link link(String text) {
        String[] ends = text.split(" [>~] ", -1);
        String heartbeat = text.contains("~") ? ", \"heartbeat\": true" : "";
        return Objects.requireNonNull(Links.read(
                TypeTrial.json("{ \"from\": \"" + ends[0] + "\", \"to\": \"" + ends[1] + "\"" + heartbeat + " }"),
                "",
                new Problems()));
    }

    /** An id and a kind, and perhaps more settings as files have them. */
    static Node node(String text) {
        String[] words = text.split(" ", 3);
        String must = switch (words[1]) {
            case "clients" -> ", \"arrivals\": { \"type\": \"constant\", \"rate\": \"1/s\" }";
            case "server" -> ", \"service\": \"1ms\"";
            case "database" -> ", \"read\": \"1ms\"";
            case "cache" -> ", \"capacity\": 10";
            default -> "";
        };
        String more = words.length > 2 ? ", " + words[2] : "";
        return Objects.requireNonNull(NodeKinds.read(
                TypeTrial.json("{ \"id\": \"" + words[0] + "\", \"kind\": \"" + words[1] + "\"" + must + more + " }"),
                "",
                new Problems()));
    }

    /** Why the link may not be; empty when it may. */
    String refusal(String link) {
        return graph.refusal(link(link)).orElse("");
    }

    Optional<String> tooMany(String id) {
        return new CallTree(graph).tooMany(Objects.requireNonNull(graph.node(id)));
    }
}
