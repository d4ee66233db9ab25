package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Arrivals;
import roundhouse.topology.Connection;
import roundhouse.topology.Hedge;
import roundhouse.topology.Keys;
import roundhouse.topology.Node;
import roundhouse.topology.Retries;

/** Clients while one of their parts is changed. */
final class ClientsDraft {
    private final String id;

    @Nullable
    String label;

    Arrivals arrivals;
    int users;
    String addresses;
    Map<String, Double> regions;
    Keys keys;
    double reads;
    List<Node.Clients.KindShare> requests;
    Connection connection;
    boolean tls;
    int sessionRequests;

    @Nullable
    Duration timeout;

    Retries retries;

    @Nullable
    Hedge hedge;

    private ClientsDraft(Node.Clients clients) {
        id = clients.id();
        label = clients.label();
        arrivals = clients.arrivals();
        users = clients.users();
        addresses = clients.addresses();
        regions = clients.regions();
        keys = clients.keys();
        reads = clients.reads();
        requests = clients.requests();
        connection = clients.connection();
        tls = clients.tls();
        sessionRequests = clients.sessionRequests();
        timeout = clients.timeout();
        retries = clients.retries();
        hedge = clients.hedge();
    }

    /** A function that gives clients with one part set. */
    static <V extends @Nullable Object> BiFunction<Node.Clients, V, Node.Clients> with(
            BiConsumer<ClientsDraft, V> set) {
        return (clients, value) -> {
            ClientsDraft draft = new ClientsDraft(clients);
            set.accept(draft, value);
            return draft.done();
        };
    }

    private Node.Clients done() {
        return new Node.Clients(
                id,
                label,
                arrivals,
                users,
                addresses,
                regions,
                keys,
                reads,
                requests,
                connection,
                tls,
                sessionRequests,
                timeout,
                retries,
                hedge);
    }
}
