package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clients while their parts are set; at first as in a file that says nothing of them. */
public final class ClientsDraft {
    public String id;
    public @Nullable String label;
    public Arrivals arrivals;
    public int users = Defaults.USERS;
    public String addresses = Defaults.ADDRESSES;
    public Map<String, Double> regions = Map.of();
    public KeyDistribution keys = Defaults.KEYS;
    public double reads = 1;
    public List<Clients.KindShare> requests = List.of();
    public Connection connection = Defaults.CONNECTION;
    public boolean tls;
    public int sessionRequests;
    public @Nullable Duration timeout;
    public Retries retries = Retries.NONE;
    public @Nullable Hedge hedge;

    public ClientsDraft(String id, Arrivals arrivals) {
        this.id = id;
        this.arrivals = arrivals;
    }

    public ClientsDraft(Clients clients) {
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

    public Clients build() {
        return new Clients(
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
