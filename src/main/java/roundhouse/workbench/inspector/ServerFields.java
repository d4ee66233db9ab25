package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.settings.Range;
import roundhouse.workbench.inspector.Editor.Option;

/** What can be set of a server. */
final class ServerFields {
    private ServerFields() {}

    /**
     * @param stores the servers that can hold its session state
     */
    static List<Section<Server>> of(Server server, List<Option> stores) {
        List<Field<Server>> main = new ArrayList<>();
        main.add(Forms.optionalText(
                "label",
                "Name",
                "What people call it.",
                server.id(),
                Server::label,
                (s, v) -> s.with(d -> d.label = v)));
        main.add(Forms.whole(
                "cores",
                "Cores",
                "Requests it can serve at once.",
                Range.CORES,
                Server::cores,
                (s, v) -> s.with(d -> d.cores = v)));
        DistributionFields.of("service", "Service time", "How long one core needs for one request.", server.service())
                .forEach(field -> main.add(field.in(Server::service, (s, v) -> s.with(d -> d.service = v))));
        main.add(Forms.wholeOr(
                "unbounded",
                "queue",
                "Queue",
                "Requests that may wait for a core; one more is rejected.",
                Range.QUEUE,
                Server::queue,
                (s, v) -> s.with(d -> d.queue = v)));
        main.add(Forms.wholeOr(
                "unlimited",
                "connections",
                "Connections",
                "Requests that may be here at once, waiting or served; one more is rejected.",
                Range.CONNECTIONS,
                Server::connections,
                (s, v) -> s.with(d -> d.connections = v)));
        main.add(Forms.duration(
                "handshake",
                "TLS handshake",
                "Processor time of a handshake, paid when an encrypted connection arrives still encrypted.",
                Server::handshake,
                (s, v) -> s.with(d -> d.handshake = v)));
        List<Field<Server>> memory = new ArrayList<>(StateFields.of(server.state(), stores));
        memory.addAll(ColdStartFields.of(server.coldStart()));
        return List.of(
                new Section<>("", main),
                new Section<>("Sessions and restarts", memory),
                new Section<>(
                        "Place",
                        List.of(
                                Forms.optionalText(
                                        "region",
                                        "Region",
                                        "For geographic balancing.",
                                        "none",
                                        Server::region,
                                        (s, v) -> s.with(d -> d.region = v)),
                                Forms.optionalText(
                                        "zone", "Zone", "", "none", Server::zone, (s, v) -> s.with(d -> d.zone = v)))));
    }
}
