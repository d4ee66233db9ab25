package roundhouse.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
     * @param timeout a request without an answer by then has timed out; null to wait for ever
     */
    record Clients(
            String id,
            @Nullable String label,
            Arrivals arrivals,
            int users,
            String addresses,
            Map<String, Double> regions,
            Keys keys,
            double reads,
            List<KindShare> requests,
            Connection connection,
            boolean tls,
            int sessionRequests,
            @Nullable Duration timeout,
            Retries retries)
            implements Node {
        public record KindShare(double share, RequestKind kind) {}

        @Override
        public Clients labelled(@Nullable String label) {
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
                    retries);
        }
    }

    /**
     * Spreads requests over the nodes it is linked to.
     *
     * @param layer 4 picks once per connection and sees addresses only; 7 picks per request and reads it
     * @param cores processors of its own
     * @param cost processor time per request (layer 7) or per request forwarded (layer 4)
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
            @Nullable String zone)
            implements Node {
        /** What a request costs where the file does not say: 2 µs at layer 4, 20 µs at layer 7. */
        public static Duration defaultCost(int layer) {
            return layer == 4 ? Duration.ofNanos(2_000) : Duration.ofNanos(20_000);
        }

        @Override
        public LoadBalancer labelled(@Nullable String label) {
            return new LoadBalancer(id, label, layer, balancing, cores, cost, sticky, rules, tls, region, zone);
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
            @Nullable String zone)
            implements Node {
        @Override
        public Server labelled(@Nullable String label) {
            return new Server(id, label, cores, service, queue, connections, handshake, region, zone);
        }
    }
}
