package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.SessionState;
import roundhouse.topology.settings.Units.Parsed;
import roundhouse.workbench.inspector.Editor.Option;

/** What a server remembers of its sessions, and where. */
final class StateFields {
    private static final List<Option> PLACES = List.of(
            new Option("none", "None", "Any server can take any request."),
            new Option("memory", "In memory", "Lost when the server crashes."),
            new Option("store", "In a store", "Another server holds it; each request asks there first."));

    private StateFields() {}

    /**
     * @param stores the servers that can hold it, the likeliest first
     */
    static List<Field<Server>> of(@Nullable SessionState current, List<Option> stores) {
        List<Field<Server>> fields = new ArrayList<>();
        fields.add(new Field<>(
                "state",
                "Session state",
                "Where the server keeps what it remembers of a session: a cart, a match.",
                new Editor.Choice(PLACES),
                server -> place(server.state()),
                (server, word) -> place(server, word, stores)));
        if (current != null && current.store() != null) {
            fields.add(Forms.choice(
                    "state.store",
                    "Store",
                    "The server that holds it. The link to it comes and goes with this.",
                    stores,
                    server -> place(server.state()).equals("store") ? store(server) : "",
                    (server, id) -> server.remembering(stored(its(server), id))));
        }
        if (current != null) {
            fields.add(Forms.duration(
                    "state.life",
                    "Session life",
                    "A session unused for so long is forgotten.",
                    server -> its(server).life(),
                    (server, v) -> server.remembering(
                            new SessionState(its(server).store(), v, its(server).bytes()))));
            fields.add(Forms.field(
                    "state.bytes",
                    "Session size",
                    "Memory that one session takes.",
                    new Editor.Text("64 KiB"),
                    server -> its(server).bytes(),
                    (server, v) -> server.remembering(
                            new SessionState(its(server).store(), its(server).life(), v)),
                    BytesText::write,
                    BytesText::read));
        }
        return fields;
    }

    private static Parsed<Server> place(Server server, String word, List<Option> stores) {
        if (word.equals("none")) {
            return new Parsed.Value<>(server.remembering(null));
        }
        if (word.equals("memory")) {
            return new Parsed.Value<>(server.remembering(stored(its(server), null)));
        }
        return stores.isEmpty()
                ? new Parsed.Wrong<>("there is no other server that could hold it; add one first")
                : new Parsed.Value<>(
                        server.remembering(stored(its(server), stores.getFirst().key())));
    }

    private static String place(@Nullable SessionState state) {
        return state == null ? "none" : state.store() == null ? "memory" : "store";
    }

    private static String store(Server server) {
        String store = its(server).store();
        return store == null ? "" : store;
    }

    private static SessionState stored(SessionState state, @Nullable String store) {
        return new SessionState(store, state.life(), state.bytes());
    }

    private static SessionState its(Server server) {
        return server.state() == null ? SessionState.MEMORY : server.state();
    }
}
