package roundhouse.caching.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.fetching.FetchEnd;
import roundhouse.caching.fetching.FetchStep;
import roundhouse.caching.fetching.Fetches;
import roundhouse.caching.freshness.Freshness;
import roundhouse.caching.freshness.Held;
import tools.jackson.databind.JsonNode;

/** A timeline of Squid, and the words of its log. */
final class SquidTimeline extends Timeline {
    SquidTimeline(JsonNode recorded) {
        super(
                recorded,
                new Fetches(Coalescing.squid(
                        recorded.get("collapsed_forwarding").asString().equals("on"))));
    }

    @Override
    String key(JsonNode request) {
        return "key";
    }

    @Override
    void arrives(Request request) {
        request.found = judge(request.key);
        FetchStep step = fetches.ask(number(request.key), request.found, request.number, request.startNanos, now());
        switch (step) {
            case SERVE -> serve(request, "TCP_MEM_HIT", entries.get(request.key));
            case FETCH -> fetch(request, request.key, true);
            case WAIT -> {}
            default -> throw new IllegalStateException("Squid serves nothing old while it fetches: " + step);
        }
    }

    @Override
    FetchEnd answered(@Nullable Request request, String key, Answer answer, boolean kept) {
        Request asking = Objects.requireNonNull(request);
        if (!answer.good()) {
            failed(asking, "TCP_");
            return FetchEnd.FAILED;
        }
        succeeded(asking, "TCP_MISS", "TCP_", answer);
        Keeping keeping = SquidAnswers.keep(headers(answer.status()));
        if (keeping.kind() != Keeping.Kind.KEPT) {
            return FetchEnd.UNCACHEABLE;
        }
        store(key, keeping, Freshness.SQUID, answer.version());
        return FetchEnd.KEPT;
    }

    @Override
    void shares(Request request, Answer answer) {
        if (answer.good()) {
            succeeded(request, "TCP_CF_HIT", "TCP_CF_", answer);
        } else {
            failed(request, "TCP_CF_");
        }
    }

    private void succeeded(Request request, String cold, String prefix, Answer answer) {
        String refresh = prefix + (answer.notModified() ? "REFRESH_UNMODIFIED" : "REFRESH_MODIFIED");
        done(request, request.found == Held.ABSENT ? cold : refresh, answer.version());
    }

    private void failed(Request request, String prefix) {
        Entry entry = entries.get(request.key);
        if (entry == null) {
            done(request, prefix + "MISS", -1);
        } else if (entry.windows.servesOnError(entry.freshUntilNanos, now())) {
            serve(request, prefix + "REFRESH_FAIL_OLD", entry);
        } else {
            done(request, prefix + "REFRESH_FAIL_ERR", -1);
        }
    }
}
