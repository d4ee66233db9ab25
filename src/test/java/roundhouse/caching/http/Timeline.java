package roundhouse.caching.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.FetchEnd;
import roundhouse.caching.fetching.Fetches;
import roundhouse.caching.freshness.Freshness;
import roundhouse.caching.freshness.Held;
import roundhouse.caching.freshness.Windows;
import roundhouse.caching.http.HttpAnswer.Header;
import tools.jackson.databind.JsonNode;

/**
 * Plays the requests of a recorded timeline against a cache made of the classes under test. When the origin got each fetch is taken from
 * its log, so that the recorded machine's own delays do not count; what is fetched, when and how often is the cache's decision.
 */
abstract class Timeline {
    static final long MILLI = 1_000_000;
    /** Instead of a shift: it came just as an answer did and was neither served that nor joined its fetch. */
    static final long ALONE = Long.MIN_VALUE;

    /** What the cache has for a key. */
    static final class Entry {
        long version;
        long storedNanos;
        long ageNanos;
        long freshUntilNanos;
        Windows windows = new Windows(Freshness.EXACT, 0, 0);
        boolean marked;
    }

    /** A request, and what became of it. */
    static final class Request {
        final int number;
        final JsonNode recorded;
        final long startNanos;
        final String key;
        String status = "";
        /** Of the content that it got; -1 for an error. */
        long version = -1;

        long doneNanos;
        /** What it was served from the cache. */
        @Nullable
        Entry served;

        Held found = Held.ABSENT;

        Request(int number, JsonNode recorded, String key, long startNanos) {
            this.number = number;
            this.recorded = recorded;
            this.startNanos = startNanos;
            this.key = key;
        }

        /** The Age sent with what it was served, if that was so many milliseconds later. */
        long ageAt(long millis) {
            Entry entry = Objects.requireNonNull(served);
            return entry.windows.rule().ageSeconds(entry.storedNanos, entry.ageNanos, doneNanos + millis * MILLI);
        }
    }

    /** What the origin answered. */
    record Answer(int status, long version, boolean notModified) {
        boolean good() {
            return status == 200;
        }
    }

    private record Event(long nanos, int order, Runnable action) {}

    final JsonNode recorded;
    final Fetches fetches;
    final Map<String, Entry> entries = new TreeMap<>();
    final List<Request> requests = new ArrayList<>();

    private final List<JsonNode> log = new ArrayList<>();
    private final boolean[] taken;
    private final Map<String, Long> keys = new TreeMap<>();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparingInt(Event::order));
    private int order;
    private long now;
    int fetched;

    Timeline(JsonNode recorded, Fetches fetches) {
        this.recorded = recorded;
        this.fetches = fetches;
        recorded.get("origin_log").forEach(log::add);
        taken = new boolean[log.size()];
    }

    /** The key of a request; all are for one, if the case does not have several. */
    abstract String key(JsonNode request);

    abstract void arrives(Request request);

    /** An answer came, or none did; {@code request} is null where the fetch runs behind one that was served. */
    abstract FetchEnd answered(@Nullable Request request, String key, Answer answer, boolean kept);

    /** A request that waited gets the answer of the fetch. */
    void shares(Request request, Answer answer) {
        throw new IllegalStateException("nobody shares here");
    }

    /**
     * Plays it.
     *
     * @param shifts by how many nanoseconds each request comes later than it was recorded, or {@link #ALONE}
     */
    final Timeline play(long[] shifts) {
        for (JsonNode each : recorded.get("requests")) {
            int number = requests.size();
            boolean alone = shifts[number] == ALONE;
            long start = each.get(0).asLong() * MILLI + (alone ? 0 : shifts[number]);
            Request request = new Request(number, each, key(each), start);
            requests.add(request);
            at(start, () -> {
                if (alone) {
                    request.found = judge(request.key);
                    fetch(request, request.key, true, Fetches.NONE);
                } else {
                    arrives(request);
                }
            });
        }
        while (!events.isEmpty()) {
            Event event = events.remove();
            now = event.nanos();
            event.action().run();
        }
        return this;
    }

    final long now() {
        return now;
    }

    final void at(long nanos, Runnable action) {
        events.add(new Event(nanos, order++, action));
    }

    final long number(String key) {
        return keys.computeIfAbsent(key, _ -> (long) keys.size());
    }

    final Held judge(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Held.ABSENT;
        }
        return entry.marked
                ? entry.windows.judgeMark(entry.freshUntilNanos, now)
                : entry.windows.judge(entry.freshUntilNanos, now);
    }

    /** A fetch for the request goes to the origin; what comes of it is told when it is there. */
    final void fetch(@Nullable Request request, String key, boolean kept) {
        fetch(request, key, kept, fetches.ticket());
    }

    final void fetch(@Nullable Request request, String key, boolean kept, int ticket) {
        fetched++;
        Entry entry = entries.get(key);
        boolean conditional = recorded.get("origin").get("etag").asBoolean() && entry != null && !entry.marked;
        int line = line(key, request);
        if (line < 0 && request != null) {
            at(now, () -> end(request, key, new Answer(0, 0, false), kept, ticket));
            return;
        }
        long arrives = line < 0 ? now : Math.max(now, log.get(line).get(0).asLong() * MILLI);
        int status = line < 0 ? 200 : log.get(line).get(2).asInt();
        long version = line < 0 ? versionAt(arrives) : log.get(line).get(1).asLong();
        boolean same = conditional && entry.version == version && (status == 200 || status == 304);
        Answer answer = new Answer(status == 304 ? 200 : status, version, same);
        long delay = status == 0 ? 0 : recorded.get("origin").get("delay_ms").asLong() * MILLI;
        at(arrives + delay, () -> end(request, key, answer, kept, ticket));
    }

    private void end(@Nullable Request request, String key, Answer answer, boolean kept, int ticket) {
        FetchEnd end = answered(request, key, answer, kept);
        List<Runnable> woken = new ArrayList<>();
        if (ticket != Fetches.NONE) {
            fetches.ended(number(key), ticket, end, (waiter, shares) -> {
                Request waited = requests.get((int) waiter);
                woken.add(shares ? () -> shares(waited, answer) : () -> arrives(waited));
            });
        }
        woken.forEach(Runnable::run);
    }

    /**
     * The next line of the origin's log for the key, or -1 if the request was over before that: it did not reach the origin. A dropped
     * connection that is tried again has several lines for one fetch.
     */
    private int line(String key, @Nullable Request request) {
        for (int i = 0; i < log.size(); i++) {
            if (!taken[i]
                    && (log.get(i).size() < 4 || log.get(i).get(3).asString().equals(key))) {
                if (request != null
                        && request.startNanos == now
                        && log.get(i).get(0).asLong() > request.recorded.get(1).asLong() + 10) {
                    return -1;
                }
                taken[i] = true;
                while (i + 1 < log.size()
                        && log.get(i).get(2).asInt() == 0
                        && log.get(i + 1).get(0).asLong() - log.get(i).get(0).asLong() <= 20) {
                    taken[++i] = true;
                }
                return i;
            }
        }
        return -1;
    }

    final boolean logIsUsedUp() {
        for (boolean each : taken) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    final long versionAt(long nanos) {
        long version = 0;
        for (JsonNode change : recorded.get("origin").get("changes_ms")) {
            version += change.asLong() * MILLI <= nanos ? 1 : 0;
        }
        return version;
    }

    final HttpAnswer headers(int status) {
        List<Header> headers = new ArrayList<>();
        if (status == 200) {
            recorded.get("origin")
                    .get("headers")
                    .properties()
                    .forEach(header -> headers.add(
                            new Header(header.getKey(), header.getValue().asString())));
        }
        return new HttpAnswer(status, headers);
    }

    final void store(String key, Keeping keeping, Freshness rule, long version) {
        Entry entry = new Entry();
        entry.version = version;
        entry.storedNanos = now;
        entry.ageNanos = keeping.ageNanos();
        entry.marked = keeping.kind() == Keeping.Kind.MARKED;
        entry.windows = new Windows(rule, keeping.staleWhileRevalidateNanos(), keeping.staleIfErrorNanos());
        entry.freshUntilNanos = rule.freshUntilNanos(now, keeping.lifetimeNanos(), keeping.ageNanos());
        entries.put(key, entry);
    }

    final void serve(Request request, String status, Entry entry) {
        done(request, status, entry.version);
        request.served = entry;
    }

    final void done(Request request, String status, long version) {
        request.status = status;
        request.version = version;
        request.doneNanos = now;
    }
}
