package roundhouse.caching.http;

import java.util.function.IntToLongFunction;
import roundhouse.caching.http.HttpAnswer.Header;

/**
 * nginx's proxy_cache: X-Accel-Expires before s-maxage before max-age before proxy_cache_valid. Headers count in the order in which they
 * come, so that X-Accel-Expires before a Cache-Control that forbids it is kept, and after it is not. Set-Cookie, a lifetime of 0 or none:
 * not kept. The stale-while-revalidate of Cache-Control is also good for errors, unless stale-if-error says something else.
 *
 * <p>Source: nginx release-1.22.1, src/http/ngx_http_upstream.c ({@code ngx_http_upstream_process_cache_control} and its neighbours).
 * Expires and absolute times of X-Accel-Expires are left out.
 *
 * @param validNanos proxy_cache_valid: the lifetime by status, 0 for none
 */
public record NginxAnswers(IntToLongFunction validNanos) {
    /** What becomes of the answer. */
    public Keeping keep(HttpAnswer answer) {
        boolean kept = true;
        boolean accelerated = false;
        long lifetime = 0;
        long revalidate = 0;
        long error = 0;
        for (Header header : answer.headers()) {
            if (header.is("X-Accel-Expires")) {
                long seconds = HttpAnswer.seconds(header.value());
                kept &= seconds != 0;
                lifetime = seconds > 0 ? seconds : lifetime;
                accelerated = true;
            } else if (header.is("Cache-Control") && !(accelerated && lifetime != 0)) {
                long seconds = HttpAnswer.maxAge(header.value());
                kept &= !HttpAnswer.forbids(header.value()) && seconds != 0;
                lifetime = seconds > 0 ? seconds : lifetime;
                revalidate = Math.max(0, HttpAnswer.secondsOf(header.value(), "stale-while-revalidate"));
                long ifError = HttpAnswer.secondsOf(header.value(), "stale-if-error");
                error = ifError >= 0 ? ifError : revalidate;
            } else if (header.is("Set-Cookie")
                    || (header.is("Vary") && header.value().equals("*"))) {
                kept = false;
            }
        }
        lifetime = lifetime > 0 ? lifetime : validNanos.applyAsLong(answer.status());
        return kept && lifetime > 0 ? new Keeping(Keeping.Kind.KEPT, lifetime, 0, revalidate, error) : Keeping.DROPPED;
    }
}
