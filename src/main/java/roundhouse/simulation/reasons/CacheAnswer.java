package roundhouse.simulation.reasons;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one cache said to one request, and why.
 *
 * @param cache the node's id, with the region or the user where it has several
 * @param timeNanos simulated nanoseconds
 * @param key as clients ask for it
 * @param keyVersion the version that the key carries in its name; {@link Leaving#NONE} for none
 */
public record CacheAnswer(String cache, long timeNanos, long key, long keyVersion, CacheReason reason) {
    /** The same of a cache of that name, for that reason. */
    public CacheAnswer of(String itsCache, CacheReason itsReason) {
        return new CacheAnswer(itsCache, timeNanos, key, keyVersion, itsReason);
    }

    /** The request that the reason has to do with: who wrote what is newer, took the key out, or fetches it. */
    public OptionalLong otherRequest() {
        long number = switch (reason) {
            case CacheReason.Given(KeptValue value, CacheReason.How _) -> value.newerRequest();
            case CacheReason.Expired(KeptValue _, CacheReason.Next next) -> next.request();
            case CacheReason.Absent(Leaving leaving, CacheReason.Next next) ->
                next.request() == 0 ? leaving.request() : next.request();
            case CacheReason.Bypassed _ -> 0;
        };
        return number == 0 ? OptionalLong.empty() : OptionalLong.of(number);
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
