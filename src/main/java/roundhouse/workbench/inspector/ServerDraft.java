package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.ColdStart;
import roundhouse.topology.Distribution;
import roundhouse.topology.Node;
import roundhouse.topology.SessionState;

/** A server while one of its parts is changed. */
final class ServerDraft {
    private final String id;

    @Nullable
    String label;

    int cores;
    Distribution service;
    int queue;
    int connections;
    Duration handshake;

    @Nullable
    String region;

    @Nullable
    String zone;

    @Nullable
    ColdStart coldStart;

    @Nullable
    SessionState state;

    private ServerDraft(Node.Server server) {
        id = server.id();
        label = server.label();
        cores = server.cores();
        service = server.service();
        queue = server.queue();
        connections = server.connections();
        handshake = server.handshake();
        region = server.region();
        zone = server.zone();
        coldStart = server.coldStart();
        state = server.state();
    }

    /** A function that gives a server with one part set. */
    static <V extends @Nullable Object> BiFunction<Node.Server, V, Node.Server> with(BiConsumer<ServerDraft, V> set) {
        return (server, value) -> {
            ServerDraft draft = new ServerDraft(server);
            set.accept(draft, value);
            return draft.done();
        };
    }

    private Node.Server done() {
        return new Node.Server(
                id, label, cores, service, queue, connections, handshake, region, zone, coldStart, state);
    }
}
