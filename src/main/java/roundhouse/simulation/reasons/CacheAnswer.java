package roundhouse.simulation.reasons;

import java.util.List;

/**
 * What one cache said to one request, and why.
 *
 * @param cache the node's id, with the region or the user where it has several
 * @param timeNanos simulated nanoseconds
 * @param key as clients ask for it
 * @param keyVersion the version that the key carries in its name; {@link Leaving#NONE} for none
 */
public record CacheAnswer(String cache, long timeNanos, long key, long keyVersion, CacheReason reason) {
    /** The same for another reason. */
    public CacheAnswer with(CacheReason other) {
        return new CacheAnswer(cache, timeNanos, key, keyVersion, other);
    }

    /** In a word or two: {@code hit}, {@code miss: evicted}. */
    public String brief() {
        return CacheAnswerText.brief(this);
    }

    /** In sentences, the first of which says what happened. */
    public List<String> because() {
        return CacheAnswerText.sentences(this);
    }
}
