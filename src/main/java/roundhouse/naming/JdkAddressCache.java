package roundhouse.naming;

import org.jspecify.annotations.Nullable;

/**
 * What {@code InetAddress} keeps of one name: the whole answer for so long, whatever the record's TTL; that there is none too; and on
 * demand the old answer for a while when asking again fails. After OpenJDK 17 and 25 (networkaddress.cache.ttl, .negative.ttl,
 * .stale.ttl).
 *
 * @param <A> an answer
 */
public final class JdkAddressCache<A> {
    /** For ever. */
    public static final long FOREVER = -1;

    private final long ttlNanos;
    private final long negativeNanos;
    private final long staleNanos;
    private @Nullable A kept;
    private boolean any;
    private long untilNanos;
    private long staleUntilNanos;

    /** Asks a name server. */
    public interface Lookup<A> {
        /** Nothing when the name is unknown. */
        @Nullable
        A ask();
    }

    /** @param ttlNanos 30 s in the JDK; 0 keeps nothing, {@link #FOREVER} for ever; the others likewise, 10 s and 0 in the JDK */
    public JdkAddressCache(long ttlNanos, long negativeNanos, long staleNanos) {
        this.ttlNanos = ttlNanos;
        this.negativeNanos = negativeNanos;
        this.staleNanos = staleNanos;
    }

    /** Whether it knows without asking, be it that there is none. */
    public boolean knows(long nowNanos) {
        return any && nowNanos < untilNanos;
    }

    /** What it knows; nothing when the name is unknown. */
    public @Nullable A kept() {
        return kept;
    }

    /** A server was asked and has said this, nothing when the name is unknown or nobody could be asked. Returns what a program gets. */
    public @Nullable A asked(@Nullable A found, long nowNanos) {
        if (found == null && kept != null && staleNanos > 0 && nowNanos < staleUntilNanos) {
            // It asks again at the next time it would have for a name that is unknown.
            untilNanos = Math.min(staleUntilNanos, after(negativeNanos, nowNanos));
            return kept;
        }
        kept = found;
        any = true;
        untilNanos = after(found == null ? negativeNanos : ttlNanos, nowNanos);
        staleUntilNanos = found == null || untilNanos == Long.MAX_VALUE ? untilNanos : untilNanos + staleNanos;
        return found;
    }

    /** The answer a program gets, nothing when the name is unknown. */
    public @Nullable A get(Lookup<A> server, long nowNanos) {
        return knows(nowNanos) ? kept : asked(server.ask(), nowNanos);
    }

    private static long after(long spanNanos, long nowNanos) {
        return spanNanos == FOREVER ? Long.MAX_VALUE : nowNanos + spanNanos;
    }
}
