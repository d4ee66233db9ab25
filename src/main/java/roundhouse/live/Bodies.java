package roundhouse.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.live.http.ServerAnswer;
import roundhouse.simulation.engine.CacheLedger;

/**
 * The bodies that caches have: each keeps that of a key as long as the run's cache has the key, and no longer. What is being put into a
 * cache is what a server answered last about the key.
 */
final class Bodies extends CacheLedger {
    /** Answers of servers that no cache has, of so many keys. */
    private static final int MOST_RECENT = 10_000;

    private record Place(int cache, long key) {}

    private final Map<Place, ServerAnswer> kept = new HashMap<>();
    private final Recent recent = new Recent();
    /** What caches gave last. */
    private final Recent given = new Recent();

    private static final class Recent extends LinkedHashMap<Long, ServerAnswer> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ServerAnswer> eldest) {
            return size() > MOST_RECENT;
        }
    }

    /** A server has answered about that key. */
    void answered(long key, ServerAnswer answer) {
        recent.putLast(key, answer);
    }

    @Override
    public void kept(int cache, long key, long stamp, int bytes, long lifeNanos) {
        ServerAnswer answer = recent.get(key);
        if (answer != null) {
            kept.put(new Place(cache, key), answer);
        }
    }

    @Override
    public void went(int cache, long key) {
        kept.remove(new Place(cache, key));
    }

    @Override
    public void gave(int cache, long key, long stamp, boolean failed) {
        ServerAnswer answer = kept.get(new Place(cache, key));
        if (answer != null) {
            given.putLast(key, answer);
        }
    }

    /** What a cache gave about that key, for a request that no server has answered; null when none did. */
    @Nullable
    ServerAnswer given(long key) {
        ServerAnswer answer = given.get(key);
        return answer == null ? recent.get(key) : answer;
    }
}
