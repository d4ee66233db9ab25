package roundhouse.simulation.observing.tracing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.reasons.KeptValue;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.reasons.Newer;

/**
 * What somebody who looks back remembers of caches, to tell more of an answer than the cache itself knows: how keys left, who fetches, who
 * wrote, which messages were lost. Of each the newest {@link #MOST}.
 */
final class CacheMemory {
    private static final int MOST = 1 << 17;

    private UnaryOperator<String> titles = UnaryOperator.identity();
    private final Map<Place, Leaving> leavings = newest();
    private final Map<Place, Long> fetchers = newest();
    private final Map<Long, Writer> writers = newest();
    private final Map<Place, Deletion> deletions = newest();
    private final Map<Place, Told> messages = newest();

    /** A key in a cache, or at a node. */
    private record Place(String where, long key) {}

    private record Writer(String clients, String node) {}

    private record Deletion(long request, long timeNanos) {}

    private record Told(long version, Newer.Message message) {}

    private static <K, V> Map<K, V> newest() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Nodes are called that, by their ids. */
    void titles(UnaryOperator<String> known) {
        titles = known;
    }

    /** Whatever fetch of it there was is over. */
    void kept(String cache, long key) {
        fetchers.remove(new Place(cache, KeyVersions.version(key)));
    }

    void left(String cache, long key, Leaving leaving) {
        leavings.put(new Place(cache, key), leaving);
    }

    @Nullable
    Leaving leaving(String cache, long key) {
        return leavings.get(new Place(cache, key));
    }

    /** The attempt has written what has that stamp, at that node, unless a server sent it there. */
    void wrote(Attempt attempt, long stamp, Component at) {
        Attempt whole = attempt;
        while (whole.whole != null) {
            whole = whole.whole;
        }
        Component begun = attempt.origin();
        writers.put(stamp, new Writer(whole.origin().id, begun.serves() ? begun.id : at.id));
    }

    /** A request that writes had the key taken out of the cache. */
    void deleted(String cache, long key, long request, long timeNanos) {
        deletions.put(new Place(cache, KeyVersions.version(key)), new Deletion(request, timeNanos));
    }

    void told(Component node, long key, long stamp, Newer.Message message) {
        messages.put(new Place(node.id, key), new Told(KeyVersions.version(stamp), message));
    }

    /**
     * All that is known of an answer, with titles in place of ids.
     *
     * @param node the id of the cache's node; empty while the request has not set out
     */
    CacheAnswer complete(CacheAnswer answer, String node, long request) {
        Place place = new Place(answer.cache(), answer.key());
        return answer.of(node, title(answer.cache()), reason(answer, place, node, request));
    }

    /** Caches are called by the node's id, with the region or the user after a space. */
    private String title(String cache) {
        int space = cache.indexOf(' ');
        return space < 0 ? titles.apply(cache) : titles.apply(cache.substring(0, space)) + cache.substring(space);
    }

    private CacheReason reason(CacheAnswer answer, Place place, String node, long request) {
        return switch (answer.reason()) {
            case CacheReason.Given(KeptValue value, CacheReason.How how) -> {
                if (how == CacheReason.How.WHILE_FETCHED) {
                    fetchers.putIfAbsent(place, request);
                }
                yield new CacheReason.Given(complete(value, answer, node), how);
            }
            case CacheReason.Expired(KeptValue value, CacheReason.Next next) ->
                new CacheReason.Expired(complete(value, answer, node), complete(next, place, request));
            case CacheReason.Absent(Leaving leaving, CacheReason.Next next) ->
                new CacheReason.Absent(leaving, complete(next, place, request));
            case CacheReason.Bypassed bypassed -> bypassed;
        };
    }

    private CacheReason.Next complete(CacheReason.Next next, Place place, long request) {
        if (next.waits()) {
            return new CacheReason.Next(true, fetchers.getOrDefault(place, 0L));
        }
        fetchers.put(place, request);
        return next;
    }

    private KeptValue complete(KeptValue value, CacheAnswer answer, String node) {
        Newer newer = value.newer();
        if (newer == null) {
            return value;
        }
        Writer writer = writers.getOrDefault(newer.stamp(), new Writer("", ""));
        return value.with(
                newer.with(titles.apply(writer.clients()), titles.apply(writer.node()), message(newer, answer, node)));
    }

    private Newer.Message message(Newer newer, CacheAnswer answer, String node) {
        Deletion deletion = deletions.get(new Place(answer.cache(), answer.key()));
        if (deletion != null && deletion.request() == newer.request()) {
            return new Newer.Message(Newer.Fate.TAKEN_OUT, deletion.timeNanos());
        }
        Told told = messages.get(new Place(node, answer.key()));
        if (told == null || told.version() < KeyVersions.version(newer.stamp())) {
            return Newer.Message.NONE;
        }
        Newer.Message message = told.message();
        return message.fate() == Newer.Fate.UNDER_WAY && message.atNanos() <= answer.timeNanos()
                ? new Newer.Message(Newer.Fate.CAME_BEFORE, message.atNanos())
                : message;
    }
}
