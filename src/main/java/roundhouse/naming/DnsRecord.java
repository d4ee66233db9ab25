package roundhouse.naming;

import org.jspecify.annotations.Nullable;

/**
 * What an authoritative name server says of a name.
 *
 * @param answer nothing when the name does not exist
 * @param ttlSeconds how long it may be kept
 * @param <A> an answer
 */
public record DnsRecord<A>(@Nullable A answer, long ttlSeconds) {
    /** That a name does not exist is kept for the lesser of its zone's SOA's TTL and minimum (RFC 2308). */
    public static <A> DnsRecord<A> missing(long soaTtlSeconds, long soaMinimumSeconds) {
        return new DnsRecord<>(null, Math.min(soaTtlSeconds, soaMinimumSeconds));
    }
}
