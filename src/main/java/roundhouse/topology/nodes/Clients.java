package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.RequestKind;

/**
 * Where requests come from.
 *
 * @param users how many users share the load; each has an address, a region, a session and, when kept alive, a connection
 * @param addresses the network their addresses are drawn from, as {@code 10.0.0.0/8}; {@code /32} is one address for all
 * @param regions the users' regions by share; empty for none
 * @param reads the share of requests that read, 0 to 1
 * @param requests kinds of request by share; empty for plain ones
 * @param sessionRequests a session lasts that many requests on average; 0 for the whole run
 * @param tls whether connections are encrypted
 * @param timeout a try without an answer by then has timed out; null to wait for ever
 * @param hedge when to send a second try beside the first; null for never
 */
public record Clients(
        String id,
        @Nullable String label,
        Arrivals arrivals,
        int users,
        String addresses,
        Map<String, Double> regions,
        KeyDistribution keys,
        double reads,
        List<KindShare> requests,
        Connection connection,
        boolean tls,
        int sessionRequests,
        @Nullable Duration timeout,
        Retries retries,
        @Nullable Hedge hedge)
        implements Node {
    public record KindShare(double share, RequestKind kind) {}

    /** Clients of which a file says no more than this. */
    public static Clients of(String id, Arrivals arrivals) {
        return new ClientsDraft(id, arrivals).build();
    }

    /** The same with some of its parts set. */
    public Clients with(Consumer<ClientsDraft> change) {
        ClientsDraft draft = new ClientsDraft(this);
        change.accept(draft);
        return draft.build();
    }

    @Override
    public Clients labelled(@Nullable String label) {
        return with(clients -> clients.label = label);
    }

    @Override
    public Clients renamed(String id) {
        return with(clients -> clients.id = id);
    }
}
