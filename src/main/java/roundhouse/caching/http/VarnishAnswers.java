package roundhouse.caching.http;

/**
 * Varnish with its built-in rules: s-maxage before max-age before the default; stale-while-revalidate is its grace. What may not be kept
 * is marked for two minutes, so that requests for it do not wait for each other: errors, private, no-store, no-cache, Set-Cookie, a
 * lifetime of 0.
 *
 * <p>Source: varnish-7.1.1, bin/varnishd/cache/cache_rfc2616.c and builtin.vcl. Expires and Surrogate-Control are left out.
 *
 * @param defaultNanos the lifetime of what says none, default_ttl; 120 s if nothing is set
 * @param graceNanos default_grace; 10 s if nothing is set
 */
public record VarnishAnswers(long defaultNanos, long graceNanos) {
    /** How long the mark of what may not be kept holds. */
    public static final long MARK_NANOS = 120_000_000_000L;

    /** What becomes of the answer. */
    public Keeping keep(HttpAnswer answer) {
        Keeping keeping = asSaid(answer);
        boolean marked = keeping.lifetimeNanos() - keeping.ageNanos() <= 0
                || HttpAnswer.forbids(answer.header("Cache-Control"))
                || !answer.header("Set-Cookie").isEmpty()
                || answer.header("Vary").equals("*");
        return marked ? new Keeping(Keeping.Kind.MARKED, MARK_NANOS, 0, 0, 0) : keeping;
    }

    /** What the headers say of lifetime and grace, before the built-in rules look at it. A lifetime below 0: not by its status. */
    public Keeping asSaid(HttpAnswer answer) {
        String control = answer.header("Cache-Control");
        long said = HttpAnswer.maxAge(control);
        long lifetime = switch (answer.status()) {
            case 200, 203, 204, 300, 301, 304, 404, 410, 414 -> said >= 0 ? said : defaultNanos;
            // Kept only if the answer says for how long.
            case 302, 307 -> said;
            default -> -1;
        };
        long revalidate = HttpAnswer.secondsOf(control, "stale-while-revalidate");
        return new Keeping(
                Keeping.Kind.KEPT,
                lifetime,
                Math.max(0, HttpAnswer.seconds(answer.header("Age"))),
                lifetime >= 0 && revalidate >= 0 ? revalidate : graceNanos,
                0);
    }
}
