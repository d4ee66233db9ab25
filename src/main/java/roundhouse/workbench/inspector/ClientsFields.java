package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Limit;
import roundhouse.topology.Node.Clients;

/** What can be set of clients. */
final class ClientsFields {
    private ClientsFields() {}

    static List<Section<Clients>> of(Clients clients) {
        List<Field<Clients>> main = new ArrayList<>();
        main.add(Forms.optionalText(
                "label",
                "Name",
                "What people call it.",
                clients.id(),
                Clients::label,
                ClientsDraft.with((d, v) -> d.label = v)));
        ArrivalsFields.of(clients.arrivals())
                .forEach(field -> main.add(field.in(Clients::arrivals, ClientsDraft.with((d, v) -> d.arrivals = v))));
        main.add(Forms.whole(
                "users",
                "Users",
                "Share the load; each has an address, a region, a session and a connection.",
                Limit.USERS,
                Clients::users,
                ClientsDraft.with((d, v) -> d.users = v)));
        main.add(Forms.percent(
                "reads",
                "Reads",
                "What part of the requests reads.",
                Clients::reads,
                ClientsDraft.with((d, v) -> d.reads = v)));
        main.add(Forms.optionalDuration(
                "timeout",
                "Timeout",
                "A request without an answer by then has timed out.",
                Clients::timeout,
                ClientsDraft.with((d, v) -> d.timeout = v)));

        List<Field<Clients>> retries = new ArrayList<>();
        RetriesFields.of(clients.retries())
                .forEach(field -> retries.add(field.in(Clients::retries, ClientsDraft.with((d, v) -> d.retries = v))));
        retries.addAll(HedgeFields.of(clients.hedge()));
        List<Field<Clients>> keys = KeysFields.of(clients.keys()).stream()
                .map(field -> field.in(Clients::keys, ClientsDraft.with((d, v) -> d.keys = v)))
                .toList();
        return List.of(
                new Section<>("", main),
                new Section<>("Retries and hedging", retries),
                new Section<>("Keys", keys),
                new Section<>("Connections", connections(clients)),
                new Section<>("Who and what", who()));
    }

    private static List<Field<Clients>> connections(Clients clients) {
        List<Field<Clients>> fields = new ArrayList<>();
        ConnectionFields.of(clients.connection())
                .forEach(field ->
                        fields.add(field.in(Clients::connection, ClientsDraft.with((d, v) -> d.connection = v))));
        fields.add(Forms.flag(
                "tls", "TLS", "Connections are encrypted.", Clients::tls, ClientsDraft.with((d, v) -> d.tls = v)));
        return fields;
    }

    private static List<Field<Clients>> who() {
        return List.of(
                Forms.text(
                        "addresses",
                        "Addresses",
                        "The network the users' addresses are drawn from; /32 is one address for all.",
                        Clients::addresses,
                        ClientsDraft.with((d, v) -> d.addresses = v)),
                ListText.lines(
                        "regions",
                        "Regions",
                        "A region and its share of the users, a line each.",
                        "eu 3\nus 1",
                        clients -> MixText.regions(clients.regions()),
                        (clients, text) -> Field.map(
                                MixText.regions(text),
                                regions -> ClientsDraft.<java.util.Map<String, Double>>with((d, v) -> d.regions = v)
                                        .apply(clients, regions))),
                ListText.lines(
                        "requests",
                        "Requests",
                        "A share, a path, then any header:NAME=VALUE or cookie:NAME=VALUE, a line each.",
                        "3 /api/items\n1 /img/logo.png",
                        clients -> MixText.requests(clients.requests()),
                        (clients, text) -> Field.map(
                                MixText.requests(text),
                                requests -> ClientsDraft.<List<Clients.KindShare>>with((d, v) -> d.requests = v)
                                        .apply(clients, requests))),
                Forms.whole(
                        "session-requests",
                        "Session length",
                        "Requests of a session on average; 0 for the whole run.",
                        Limit.SESSION_REQUESTS,
                        Clients::sessionRequests,
                        ClientsDraft.with((d, v) -> d.sessionRequests = v)));
    }
}
