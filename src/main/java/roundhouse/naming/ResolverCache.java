package roundhouse.naming;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a resolver keeps of one name, and with what remaining TTL it gives it. It counts whole seconds of its clock, so that an answer of
 * unbound lives up to a second longer than its TTL. After unbound 1.17.1 and dnsmasq 2.90. What a resolver remembers of servers that do
 * not answer is left out.
 *
 * @param <A> an answer
 */
public final class ResolverCache<A> {
    private static final long SECOND = 1_000_000_000;
    private static final long EXPIRED_TTL_SECONDS = 30;
    private static final long TENTH = 10;

    private final ResolverSettings settings;
    private @Nullable DnsRecord<A> kept;
    private long untilSecond;

    public ResolverCache(ResolverSettings settings) {
        this.settings = settings;
    }

    /** How what is kept of the name stands. */
    public enum State {
        /** There is nothing that may be given: its server must be asked first. */
        NOTHING,
        /** It may be given. */
        FRESH,
        /** It may be given, and its server is to be asked behind that. */
        DUE,
        /** Its time is over; it may be given all the same, and its server is to be asked behind that. */
        EXPIRED
    }

    /** How it stands now. */
    public State state(long nowNanos) {
        DnsRecord<A> known = kept;
        if (known == null) {
            return State.NOTHING;
        }
        long left = leftSeconds(nowNanos);
        if (left > 0 || (left == 0 && settings.servesZero())) {
            return settings.prefetch() && left <= known.ttlSeconds() / TENTH ? State.DUE : State.FRESH;
        }
        return settings.serveExpired() ? State.EXPIRED : State.NOTHING;
    }

    /** What was fetched last, whatever its age; null before the first time. */
    public @Nullable DnsRecord<A> kept() {
        return kept;
    }

    private long leftSeconds(long nowNanos) {
        return untilSecond - Math.floorDiv(nowNanos, SECOND);
    }

    /** The server has said this. Returns it as it is kept, its TTL within the bounds. */
    public DnsRecord<A> keep(DnsRecord<A> found, long nowNanos) {
        long ttl = Math.clamp(found.ttlSeconds(), settings.leastTtlSeconds(), settings.mostTtlSeconds());
        DnsRecord<A> fresh = new DnsRecord<>(found.answer(), ttl);
        kept = fresh;
        untilSecond = Math.floorDiv(nowNanos, SECOND) + ttl;
        return fresh;
    }

    /**
     * The answer to a query, with the TTL that is left; nothing when there is none to be had (SERVFAIL).
     *
     * @param server is asked for what is not kept; it gives nothing when it cannot be reached
     */
    public @Nullable DnsRecord<A> query(Supplier<@Nullable DnsRecord<A>> server, long nowNanos) {
        DnsRecord<A> known = kept;
        State state = state(nowNanos);
        if (known == null || state == State.NOTHING) {
            return fetch(server, nowNanos);
        }
        long left = state == State.EXPIRED ? EXPIRED_TTL_SECONDS : leftSeconds(nowNanos);
        if (state != State.FRESH) {
            fetch(server, nowNanos);
        }
        return new DnsRecord<>(known.answer(), left);
    }

    private @Nullable DnsRecord<A> fetch(Supplier<@Nullable DnsRecord<A>> server, long nowNanos) {
        DnsRecord<A> found = server.get();
        return found == null ? null : keep(found, nowNanos);
    }
}
