package roundhouse.naming;

/**
 * How a resolver keeps answers.
 *
 * @param leastTtlSeconds a shorter TTL is raised to it
 * @param mostTtlSeconds a longer one is cut to it
 * @param servesZero whether an answer whose whole seconds have run out is given once more, with a TTL of 0
 * @param prefetch whether the last tenth of a TTL has it asked for anew, after the old answer is given
 * @param serveExpired whether an answer that has run out is given first, with a TTL of 30 s, and asked for anew then
 */
public record ResolverSettings(
        long leastTtlSeconds, long mostTtlSeconds, boolean servesZero, boolean prefetch, boolean serveExpired) {
    /** unbound 1.17.1 if nothing is said. */
    public static final ResolverSettings UNBOUND = new ResolverSettings(0, 86_400, true, false, false);

    /** dnsmasq 2.90 if nothing is said. */
    public static final ResolverSettings DNSMASQ = new ResolverSettings(0, Long.MAX_VALUE, false, false, false);
}
