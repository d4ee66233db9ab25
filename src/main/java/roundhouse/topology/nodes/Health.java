package roundhouse.topology.nodes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a load balancer finds out which of its targets may take requests, and what it does then.
 *
 * @param active checks it sends by itself; null for none
 * @param passive what it concludes from requests that failed, as nginx does; null for nothing
 * @param ejection which targets stand out among the others, as Envoy judges; null for none
 * @param panic percent of targets that must be available; with fewer, health is disregarded and all are used, unless backups can bear
 *     the rest of the load, of which they get a growing part as primaries fail; 0 for never
 * @param slowStart how long a target that came up takes to get its whole weight back; zero for at once
 */
public record Health(
        @Nullable Active active,
        @Nullable Passive passive,
        @Nullable Ejection ejection,
        int panic,
        Duration slowStart) {
    /** All targets are trusted for ever. */
    public static final Health NONE = new Health(null, null, null, 0, Duration.ZERO);

    /** What a check asks of a server. */
    public enum Probe {
        /** That it accepts a connection. A server that accepts and then loses requests passes. */
        CONNECT,
        /** That it answers a request: the check waits for a core like any other. */
        REQUEST
    }

    /**
     * Checks at regular intervals, counted as HAProxy counts them.
     *
     * @param interval from one check to the next
     * @param timeout a check without an answer by then has failed
     * @param fall failures in a row that take a target out
     * @param rise successes in a row that bring it back
     * @param fastInterval the interval between the first change and the final state; null for the same
     * @param downInterval the interval while a target is out; null for the same
     */
    public record Active(
            Probe probe,
            Duration interval,
            Duration timeout,
            int fall,
            int rise,
            @Nullable Duration fastInterval,
            @Nullable Duration downInterval) {
        /** HAProxy's own defaults, with a timeout of a second. */
        public static final Active DEFAULT =
                new Active(Probe.REQUEST, Duration.ofSeconds(2), Duration.ofSeconds(1), 3, 2, null, null);
    }

    /**
     * Failures of requests take a target out, counted as nginx counts them.
     *
     * @param maxFails failures that take a target out
     * @param failTimeout how long it stays out, whole seconds
     */
    public record Passive(int maxFails, Duration failTimeout) {
        /** nginx's defaults. */
        public static final Passive DEFAULT = new Passive(1, Duration.ofSeconds(10));
    }

    /**
     * Targets that stand out are taken out for a while, by Envoy's rules.
     *
     * @param consecutive failures in a row that eject a target
     * @param interval how often success rates are compared and sentences end
     * @param base the first ejection's length; the n-th lasts n times as long
     * @param max the longest ejection
     * @param maxPercent at most this part of the targets is ejected, but always one
     * @param minHosts targets with enough requests that a comparison of success rates needs
     * @param minRequests requests of one interval that count as enough
     * @param factor standard deviations below the mean success rate that are too many
     */
    public record Ejection(
            int consecutive,
            Duration interval,
            Duration base,
            Duration max,
            int maxPercent,
            int minHosts,
            int minRequests,
            double factor) {
        /** Envoy's defaults. */
        public static final Ejection DEFAULT = new Ejection(
                5, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(300), 10, 5, 100, 1.9);
    }
}
