package roundhouse.caching.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.fetching.FetchEnd;
import roundhouse.caching.fetching.FetchStep;
import roundhouse.caching.fetching.Fetches;
import roundhouse.caching.freshness.Freshness;
import roundhouse.caching.freshness.Held;
import tools.jackson.databind.JsonNode;

/** A timeline of nginx: its directives, and the words of {@code $upstream_cache_status}. */
final class NginxTimeline extends Timeline {
    private static final long SECONDS = 1_000 * MILLI;

    private final String directives;
    private final NginxAnswers answers;
    private final Map<String, Integer> uses = new TreeMap<>();

    NginxTimeline(JsonNode recorded) {
        super(recorded, new Fetches(coalescing(recorded.get("directives").asString())));
        directives = recorded.get("directives").asString();
        Matcher valid = Pattern.compile("proxy_cache_valid (\\d+) (\\w+);").matcher(directives);
        int status = valid.find() ? Integer.parseInt(valid.group(1)) : 0;
        long lifetime = status == 0 ? 0 : nanos(valid.group(2));
        answers = new NginxAnswers(answered -> answered == status ? lifetime : 0);
    }

    private static Coalescing coalescing(String directives) {
        return Coalescing.nginx(
                directives.contains("proxy_cache_lock on"),
                time(directives, "proxy_cache_lock_timeout"),
                time(directives, "proxy_cache_lock_age"),
                Pattern.compile("proxy_cache_use_stale[^;]* updating")
                        .matcher(directives)
                        .find(),
                directives.contains("proxy_cache_background_update on"));
    }

    private static long time(String directives, String name) {
        Matcher matcher = Pattern.compile(name + " (\\w+);").matcher(directives);
        return matcher.find() ? nanos(matcher.group(1)) : 5 * SECONDS;
    }

    private static long nanos(String time) {
        long number = Long.parseLong(time.replaceAll("\\D", ""));
        return time.endsWith("ms") ? number * MILLI : number * SECONDS;
    }

    private boolean usesStale(String condition) {
        return Pattern.compile("proxy_cache_use_stale[^;]* " + condition + "[ ;]")
                .matcher(directives)
                .find();
    }

    private int minUses() {
        Matcher matcher = Pattern.compile("proxy_cache_min_uses (\\d+);").matcher(directives);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
    }

    @Override
    String key(JsonNode request) {
        return recorded.get("origin").get("vary").isNull() || request.size() < 6
                ? "key"
                : request.get(5).asString();
    }

    @Override
    void arrives(Request request) {
        boolean first = now() == request.startNanos;
        boolean bypass = directives.contains("proxy_cache_bypass")
                && request.recorded.size() > 5
                && request.recorded.get(5).asInt() != 0;
        if (bypass) {
            request.status = "BYPASS";
            fetch(request, request.key, true, Fetches.NONE);
            return;
        }
        int used = first ? uses.merge(request.key, 1, Integer::sum) : uses.get(request.key);
        request.found = judge(request.key);
        if (request.found == Held.ABSENT && used < minUses()) {
            fetch(request, request.key, false, Fetches.NONE);
            return;
        }
        FetchStep step = fetches.ask(number(request.key), request.found, request.number, request.startNanos, now());
        switch (step) {
            case SERVE -> serve(request, "HIT", entries.get(request.key));
            case SERVE_STALE -> serve(request, "UPDATING", entries.get(request.key));
            case SERVE_STALE_AND_FETCH -> {
                serve(request, "STALE", entries.get(request.key));
                fetch(null, request.key, true);
            }
            case FETCH -> fetch(request, request.key, true);
            case FETCH_UNKEPT -> fetch(request, request.key, false);
            case WAIT -> at(fetches.lookNanos(), () -> arrives(request));
        }
    }

    @Override
    FetchEnd answered(@Nullable Request request, String key, Answer answer, boolean kept) {
        Entry entry = entries.get(key);
        if (!answer.good()) {
            if (request != null) {
                failed(request, entry, answer.status());
            }
            return FetchEnd.FAILED;
        }
        if (request != null) {
            String expired = answer.notModified() && directives.contains("revalidate on") ? "REVALIDATED" : "EXPIRED";
            String status = request.found == Held.ABSENT ? "MISS" : expired;
            done(request, request.status.isEmpty() ? status : request.status, answer.version());
        }
        Keeping keeping = answers.keep(headers(answer.status()));
        if (!kept || keeping.kind() != Keeping.Kind.KEPT) {
            return FetchEnd.UNCACHEABLE;
        }
        store(key, keeping, Freshness.NGINX, answer.version());
        return FetchEnd.KEPT;
    }

    private void failed(Request request, @Nullable Entry entry, int status) {
        boolean dropped = status == 0;
        boolean stale = request.found != Held.ABSENT
                && entry != null
                && (usesStale(dropped ? "error" : "http_" + status)
                        || (dropped && entry.windows.servesOnError(entry.freshUntilNanos, now())));
        if (stale) {
            serve(request, "STALE", entry);
        } else {
            done(request, request.found == Held.ABSENT ? "MISS" : "EXPIRED", -1);
        }
    }
}
