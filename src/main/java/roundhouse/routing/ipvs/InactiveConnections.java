package roundhouse.routing.ipvs;

import java.util.Arrays;
import java.util.function.LongSupplier;
import roundhouse.routing.Outcome;

/**
 * A target's connections that have ended and are still remembered: IPVS counts them until their last state times out. One that both
 * sides closed stays for two minutes (TIME_WAIT, or FIN_WAIT where answers do not pass by), one that only the client closed, the target
 * being silent, for a minute (CLOSE_WAIT), a refused one for ten seconds (CLOSE).
 *
 * <p>A queue for each target and each of these times. Time is counted in the kernel's ticks, those of one tick together, so that a queue
 * is bounded; nothing is allocated once it has grown. Source: Linux, net/netfilter/ipvs/ip_vs_proto_tcp.c, tcp_timeouts and tcp_states.
 */
final class InactiveConnections {
    /** A tick at 250 Hz, as distributions build the kernel. */
    private static final long TICK_NANOS = 4_000_000;

    private static final int TICKS_PER_SECOND = 250;

    private final LongSupplier clock;
    private final RecentlyEnded closed = new RecentlyEnded(120 * TICKS_PER_SECOND);
    private final RecentlyEnded unanswered = new RecentlyEnded(60 * TICKS_PER_SECOND);
    private final RecentlyEnded reset = new RecentlyEnded(10 * TICKS_PER_SECOND);

    /**
     * @param clock the time now, nanoseconds
     */
    InactiveConnections(LongSupplier clock) {
        this.clock = clock;
    }

    private long tick() {
        return clock.getAsLong() / TICK_NANOS;
    }

    /** A connection to the target ended so. */
    void ended(int target, Outcome outcome) {
        RecentlyEnded those = switch (outcome) {
            case REFUSED -> reset;
            case TIMED_OUT -> unanswered;
            case OK, REJECTED, FAILED -> closed;
        };
        those.add(target, tick());
    }

    /** How many of the target's are remembered now. */
    int of(int target) {
        long tick = tick();
        return closed.count(target, tick) + unanswered.count(target, tick) + reset.count(target, tick);
    }

    /** Those that are remembered for the same time. */
    private static final class RecentlyEnded {
        private final int lastingTicks;
        private TickCounts[] targets = {};

        RecentlyEnded(int lastingTicks) {
            this.lastingTicks = lastingTicks;
        }

        void add(int target, long tick) {
            while (target >= targets.length) {
                targets = Arrays.copyOf(targets, targets.length + 1);
                targets[targets.length - 1] = new TickCounts();
            }
            targets[target].forget(tick - lastingTicks);
            targets[target].add(tick);
        }

        int count(int target, long tick) {
            return target < targets.length ? targets[target].forget(tick - lastingTicks) : 0;
        }
    }
}
