package roundhouse.simulation.reasons;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one cache said to one request, and why.
 *
 * @param node the id of the cache's node; empty for a browser's, which is asked before the request sets out
 * @param cache what the cache is called: the node, with the region or the user where it has several
 * @param timeNanos simulated nanoseconds
 * @param key as clients ask for it
 */
public record CacheAnswer(String node, String cache, long timeNanos, long key, CacheReason reason) {
    /** The same of a cache of that node and that name, for that reason. */
    public CacheAnswer of(String itsNode, String itsCache, CacheReason itsReason) {
        return new CacheAnswer(itsNode, itsCache, timeNanos, key, itsReason);
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
