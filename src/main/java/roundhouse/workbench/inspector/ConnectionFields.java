package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.nodes.Connection;
import roundhouse.topology.nodes.Defaults;
import roundhouse.topology.settings.Range;
import roundhouse.workbench.inspector.Editor.Option;

/** How long a client's connection lives. */
final class ConnectionFields {
    private static final List<Option> TYPES = List.of(
            new Option("per-request", "One per request", "A new connection each time."),
            new Option("keep-alive", "Kept alive", "A user's requests share one."));

    private ConnectionFields() {}

    static List<Field<Connection>> of(Connection current) {
        List<Field<Connection>> fields = new ArrayList<>();
        fields.add(Forms.choice(
                "connection",
                "Connection",
                "A layer-4 balancer picks once per connection.",
                TYPES,
                connection -> connection instanceof Connection.KeepAlive ? "keep-alive" : "per-request",
                (before, type) -> type.equals("keep-alive") ? kept(before) : new Connection.PerRequest()));
        if (current instanceof Connection.KeepAlive) {
            fields.add(Forms.wholeOr(
                    "unlimited",
                    "connection.requests",
                    "Requests each",
                    "A connection is closed after so many.",
                    Range.CONNECTIONS,
                    connection -> kept(connection).requests(),
                    (before, v) -> new Connection.KeepAlive(v, kept(before).idle())));
            fields.add(Forms.duration(
                    "connection.idle",
                    "Idle limit",
                    "A connection unused for so long is closed.",
                    connection -> kept(connection).idle(),
                    (before, v) -> new Connection.KeepAlive(kept(before).requests(), v)));
        }
        return fields;
    }

    private static Connection.KeepAlive kept(Connection connection) {
        return connection instanceof Connection.KeepAlive kept
                ? kept
                : new Connection.KeepAlive(Integer.MAX_VALUE, Defaults.IDLE);
    }
}
