package roundhouse.topology.nodes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server while its parts are set; at first as in a file that says nothing of them. */
public final class ServerDraft {
    public String id;
    public @Nullable String label;
    public int cores = Defaults.SERVER_CORES;
    public Distribution service;
    public int queue = Defaults.QUEUE;
    public int connections = Defaults.UNLIMITED;
    public Duration handshake = Tls.DEFAULT_HANDSHAKE;
    public @Nullable String region;
    public @Nullable String zone;
    public @Nullable ColdStart coldStart;
    public @Nullable SessionState state;

    public ServerDraft(String id, Distribution service) {
        this.id = id;
        this.service = service;
    }

    public ServerDraft(Server server) {
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

    public Server build() {
        return new Server(
                id, label, cores, service, queue, connections, handshake, region, zone, coldStart, state);
    }
}
