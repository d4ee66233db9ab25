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

    /**
     * The answer to a query, with the TTL that is left; nothing when there is none to be had (SERVFAIL).
     *
     * @param server is asked for what is not kept; it gives nothing when it cannot be reached
     */
    public @Nullable DnsRecord<A> query(Supplier<@Nullable DnsRecord<A>> server, long nowNanos) {
        long left = untilSecond - Math.floorDiv(nowNanos, SECOND);
        DnsRecord<A> known = kept;
        if (known != null && (left > 0 || (left == 0 && settings.servesZero()))) {
            if (settings.prefetch() && left <= known.ttlSeconds() / TENTH) {
                fetch(server, nowNanos);
            }
            return new DnsRecord<>(known.answer(), left);
        }
        if (known != null && settings.serveExpired()) {
            fetch(server, nowNanos);
            return new DnsRecord<>(known.answer(), EXPIRED_TTL_SECONDS);
        }
        return fetch(server, nowNanos);
    }

    private @Nullable DnsRecord<A> fetch(Supplier<@Nullable DnsRecord<A>> server, long nowNanos) {
        DnsRecord<A> found = server.get();
        if (found == null) {
            return null;
        }
        long ttl = Math.clamp(found.ttlSeconds(), settings.leastTtlSeconds(), settings.mostTtlSeconds());
        DnsRecord<A> fresh = new DnsRecord<>(found.answer(), ttl);
        kept = fresh;
        untilSecond = Math.floorDiv(nowNanos, SECOND) + ttl;
        return fresh;
    }
}
