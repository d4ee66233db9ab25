package roundhouse.topology.nodes.waiting;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * The queue of a load balancer, before targets that are at their limits. Every pool has one of its own.
 *
 * <p>Source: HAProxy 2.6 ({@code maxconn}, {@code maxqueue}, {@code timeout queue}, {@code option redispatch}; its src/queue.c and
 * src/backend.c) and Envoy's circuit breakers (circuit_breaker.proto, conn_pool_base.cc).
 *
 * @param by what requests wait for
 * @param length requests that may wait at once, 0 or more, or {@link Types#UNLIMITED}
 * @param targetLength of those, how many may wait for one target, or {@link Types#UNLIMITED}
 * @param timeout how long one may wait; null for as long as it takes
 * @param order who is next
 * @param redispatch whether those that wait for a target go to others when it is out of use or too many wait for it
 * @param connections requests in flight to all targets of the pool together, or {@link Types#UNLIMITED}; more have to wait
 * @param requests the same, but more are turned away
 */
public record BalancerQueue(
        By by,
        int length,
        int targetLength,
        @Nullable Duration timeout,
        Order order,
        boolean redispatch,
        int connections,
        int requests) {
    /** What requests wait for. */
    public enum By {
        /** For whoever has room first; who is bound to a target waits for that. */
        SHARED,
        /** For the target that was picked. */
        TARGET
    }

    /** Who is next. */
    public enum Order {
        FIFO,
        LIFO
    }

    private static final int MOST = 1_000_000_000;
    private static final Declarations<BalancerQueue> DECLARED =
            Declarations.of(BalancerQueue.class, "a balancer's queue");

    public static final Setting<BalancerQueue, By> BY = DECLARED.setting(
                    "by",
                    BalancerQueue::by,
                    new ChoiceType<By>("kind of queue")
                            .or(
                                    By.SHARED,
                                    "shared",
                                    "For any target",
                                    "For whoever has room first; who is bound to a target by a key, an address or stickiness waits for that one. So does HAProxy.")
                            .or(
                                    By.TARGET,
                                    "target",
                                    "For its target",
                                    "A target is picked at once, whether it has room or not, and the request waits for that one. So does Envoy."))
            .says("Waits", "What requests wait for that find targets at their limits.")
            .required("\"shared\"", By.SHARED);
    public static final Setting<BalancerQueue, Integer> LENGTH = DECLARED.setting(
                    "length", BalancerQueue::length, Types.wholeOr("unbounded", 0, MOST))
            .says(
                    "Most waiting",
                    "Requests of a pool that may wait at once; further ones are rejected with 503. nginx Plus: queue; Envoy: max_pending_requests.")
            .usually(Types.UNLIMITED);
    public static final Setting<BalancerQueue, Integer> TARGET_LENGTH = DECLARED.setting(
                    "target-length", BalancerQueue::targetLength, Types.wholeOr("unbounded", 1, MOST))
            .says(
                    "Most for a target",
                    "Requests that may wait for one target. HAProxy: maxqueue. Who sticks to it goes to another one then, where it is redispatched; others are rejected with 503.")
            .usually(Types.UNLIMITED);
    public static final Setting<BalancerQueue, @Nullable Duration> TIMEOUT = DECLARED.setting(
                    "timeout", BalancerQueue::timeout, Types.optional(Types.positiveDuration(), "none"))
            .says("Queue timeout", "Who waits for longer is rejected with 503. HAProxy: timeout queue.")
            .usuallyMissing();
    public static final Setting<BalancerQueue, Order> ORDER = DECLARED.setting(
                    "order",
                    BalancerQueue::order,
                    new ChoiceType<Order>("order of a queue")
                            .or(Order.FIFO, "fifo", "Oldest first", "Who has waited longest is next.")
                            .or(
                                    Order.LIFO,
                                    "lifo",
                                    "Newest first",
                                    "Who came last is next: under overload some are served in time, and not all too late."))
            .says("Order", "Who is next when a target has room.")
            .usually(Order.FIFO);
    public static final Setting<BalancerQueue, Boolean> REDISPATCH = DECLARED.setting(
                    "redispatch", BalancerQueue::redispatch, Types.flag())
            .says(
                    "Redispatch",
                    "Who waits for a target that checks, failures or a person take out of use goes to another one, at the end of that queue. HAProxy: option redispatch.")
            .usually(true);
    public static final Setting<BalancerQueue, Integer> CONNECTIONS = DECLARED.setting(
                    "connections", BalancerQueue::connections, Types.wholeOr("unlimited", 1, MOST))
            .says(
                    "Most connections",
                    "Requests in flight to all targets of a pool together, each on a connection of its own; further ones wait, but a target without any may always have one. Envoy: max_connections.")
            .usually(Types.UNLIMITED);
    public static final Setting<BalancerQueue, Integer> REQUESTS = DECLARED.setting(
                    "requests", BalancerQueue::requests, Types.wholeOr("unlimited", 1, MOST))
            .says(
                    "Most requests",
                    "Requests in flight to all targets of a pool together; one that would have room at its target is rejected with 503 when there are so many. Envoy: max_requests.")
            .usually(Types.UNLIMITED);

    public static final Settings<BalancerQueue> SETTINGS = DECLARED.described(
                    "Requests wait at the balancer while targets are at their limits, in a queue for each pool.")
            .settings();
    /** As files and forms have it; what they wait for alone is all else as usual. */
    public static final Type<BalancerQueue> TYPE = new NestedType<>("balancer-queue", SETTINGS).orJust(BY);

    /** A queue of which a file says no more than this. */
    public static BalancerQueue of(By by) {
        return BY.with(SETTINGS.usual(), by);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> BalancerQueue with(Setting<BalancerQueue, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }
}
