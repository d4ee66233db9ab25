package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.settings.Range;

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
                (c, v) -> c.with(d -> d.label = v)));
        ArrivalsFields.of(clients.arrivals())
                .forEach(field -> main.add(field.in(Clients::arrivals, (c, v) -> c.with(d -> d.arrivals = v))));
        main.add(Forms.whole(
                "users",
                "Users",
                "Share the load; each has an address, a region, a session and a connection.",
                Range.USERS,
                Clients::users,
                (c, v) -> c.with(d -> d.users = v)));
        main.add(Forms.percent(
                "reads",
                "Reads",
                "What part of the requests reads.",
                Clients::reads,
                (c, v) -> c.with(d -> d.reads = v)));
        main.add(Forms.optionalDuration(
                "timeout",
                "Timeout",
                "A request without an answer by then has timed out.",
                Clients::timeout,
                (c, v) -> c.with(d -> d.timeout = v)));

        List<Field<Clients>> retries = new ArrayList<>();
        RetriesFields.of(clients.retries())
                .forEach(field -> retries.add(field.in(Clients::retries, (c, v) -> c.with(d -> d.retries = v))));
        retries.addAll(HedgeFields.of(clients.hedge()));
        List<Field<Clients>> keys = KeysFields.of(clients.keys()).stream()
                .map(field -> field.in(Clients::keys, (c, v) -> c.with(d -> d.keys = v)))
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
                .forEach(field -> fields.add(field.in(Clients::connection, (c, v) -> c.with(d -> d.connection = v))));
        fields.add(
                Forms.flag("tls", "TLS", "Connections are encrypted.", Clients::tls, (c, v) -> c.with(d -> d.tls = v)));
        return fields;
    }

    private static List<Field<Clients>> who() {
        return List.of(
                Forms.text(
                        "addresses",
                        "Addresses",
                        "The network the users' addresses are drawn from; /32 is one address for all.",
                        Clients::addresses,
                        (c, v) -> c.with(d -> d.addresses = v)),
                ListText.lines(
                        "regions",
                        "Regions",
                        "A region and its share of the users, a line each.",
                        "eu 3\nus 1",
                        clients -> MixText.regions(clients.regions()),
                        (clients, text) ->
                                Field.map(MixText.regions(text), regions -> clients.with(d -> d.regions = regions))),
                ListText.lines(
                        "requests",
                        "Requests",
                        "A share, a path, then any header:NAME=VALUE or cookie:NAME=VALUE, a line each.",
                        "3 /api/items\n1 /img/logo.png",
                        clients -> MixText.requests(clients.requests()),
                        (clients, text) -> Field.map(
                                MixText.requests(text), requests -> clients.with(d -> d.requests = requests))),
                Forms.whole(
                        "session-requests",
                        "Session length",
                        "Requests of a session on average; 0 for the whole run.",
                        Range.SESSION_REQUESTS,
                        Clients::sessionRequests,
                        (c, v) -> c.with(d -> d.sessionRequests = v)));
    }
}
