package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.RequestKind;

/**
 * Something on the canvas. The id names it for good (links, scenario and random streams refer to it); the label is what people
 * call it and may change.
 */
public sealed interface Node {
    String id();

    @Nullable
    String label();

    /** The label, or the id where there is none. */
    default String title() {
        String label = label();
        return label == null ? id() : label;
    }

    /** This node under another label; null for none. */
    Node labelled(@Nullable String label);

    /** This node under another id. */
    Node renamed(String id);

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
    record Clients(
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

    /**
     * Spreads requests over the nodes it is linked to.
     *
     * @param layer 4 picks once per connection and sees addresses only; 7 picks per request and reads it
     * @param cores processors of its own
     * @param cost processor time per request (layer 7) or per request forwarded (layer 4)
     * @param health how it finds out which targets may take requests
     * @param passOn what it does with requests that a target did not answer well
     * @param failover its part in a pair, when it has a heartbeat
     */
    record LoadBalancer(
            String id,
            @Nullable String label,
            int layer,
            Balancing balancing,
            int cores,
            Duration cost,
            Sticky sticky,
            List<Rule> rules,
            Tls tls,
            @Nullable String region,
            @Nullable String zone,
            Health health,
            FailoverPolicy passOn,
            VrrpSettings failover)
            implements Node {
        /** A load balancer of which a file says no more than this. */
        public static LoadBalancer of(String id) {
            return new BalancerDraft(id).build();
        }

        /** The same with some of its parts set. */
        public LoadBalancer with(Consumer<BalancerDraft> change) {
            BalancerDraft draft = new BalancerDraft(this);
            change.accept(draft);
            return draft.build();
        }

        /** What a request costs where the file does not say: 2 µs at layer 4, 20 µs at layer 7. */
        public static Duration defaultCost(int layer) {
            return layer == 4 ? Duration.ofNanos(2_000) : Duration.ofNanos(20_000);
        }

        @Override
        public LoadBalancer labelled(@Nullable String label) {
            return with(balancer -> balancer.label = label);
        }

        @Override
        public LoadBalancer renamed(String id) {
            return with(balancer -> balancer.id = id);
        }

        /** This balancer under another algorithm. */
        public LoadBalancer balancing(Balancing balancing) {
            return with(balancer -> balancer.balancing = balancing);
        }
    }

    /**
     * Serves requests, one a core at a time.
     *
     * @param service the time one core needs for one request
     * @param queue requests that may wait for a core; one more is rejected; {@link Integer#MAX_VALUE} for no bound
     * @param connections requests that may be here at once, waiting or served; one more is rejected; {@link Integer#MAX_VALUE}
     *     for no limit
     * @param handshake processor time of a TLS handshake, paid when an encrypted connection reaches the server still encrypted
     * @param coldStart how it comes up after it was down; null for at its own speed
     * @param state what it remembers of its sessions; null for nothing
     */
    record Server(
            String id,
            @Nullable String label,
            int cores,
            Distribution service,
            int queue,
            int connections,
            Duration handshake,
            @Nullable String region,
            @Nullable String zone,
            @Nullable ColdStart coldStart,
            @Nullable SessionState state)
            implements Node {
        /** A server of which a file says no more than this. */
        public static Server of(String id, Distribution service) {
            return new ServerDraft(id, service).build();
        }

        /** The same with some of its parts set. */
        public Server with(Consumer<ServerDraft> change) {
            ServerDraft draft = new ServerDraft(this);
            change.accept(draft);
            return draft.build();
        }

        @Override
        public Server labelled(@Nullable String label) {
            return with(server -> server.label = label);
        }

        @Override
        public Server renamed(String id) {
            return with(server -> server.id = id);
        }

        /** This server with other session state. */
        public Server remembering(@Nullable SessionState state) {
            return with(server -> server.state = state);
        }
    }
}
