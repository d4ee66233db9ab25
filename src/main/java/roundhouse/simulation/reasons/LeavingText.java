package roundhouse.simulation.reasons;

import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.routing.algorithms.KeyText;
import roundhouse.simulation.transcript.TranscriptWords;

/** How a key left a cache, in words. */
final class LeavingText {
    private LeavingText() {}

    /** For the middle of a sentence, as {@code evicted at 00:12.310 to make room for key-7 by LRU: …}. */
    static String of(Leaving leaving) {
        String at = leaving.timeNanos() == Leaving.NONE ? "" : " at " + TranscriptWords.clock(leaving.timeNanos());
        return of(leaving, at);
    }

    /** The same where its time is told already. */
    static String withoutTime(Leaving leaving) {
        return of(leaving, "");
    }

    private static String of(Leaving leaving, String at) {
        return switch (leaving.cause()) {
            case NEVER_HERE -> "it was never here";
            case EXPIRED -> "it expired and went" + at;
            case EVICTED -> "evicted" + at + room(leaving) + sight(leaving) + kept(leaving, at);
            case SHRUNK -> "evicted" + at + " when the cache was changed" + sight(leaving) + kept(leaving, at);
            case WRITTEN -> "taken out" + at + by(leaving, " by a write", " by the write of request ");
            case MESSAGE -> "taken out" + at + by(leaving, " by a message", " by a message of the write of request ");
            case NOTHING_OVER -> "the answer that there is nothing was too old" + at;
            case PURGE -> "purged" + at;
            case BAN -> "banned, and found so" + at;
            case FLUSH -> "went" + at + " when the cache was flushed";
            case TAKEN_OUT -> "went" + at + " when the cache was taken out";
            case CRASH -> "lost" + at + " when the node crashed";
            case TOO_NEW -> "not kept" + at + ": it had not been asked for often enough";
            case TOO_LARGE -> "not kept" + at + ": it is larger than the whole cache";
            case NOT_LET_IN -> "not let in" + at + sight(leaving);
        };
    }

    private static String room(Leaving leaving) {
        return leaving.forKey() == Leaving.NONE ? "" : " to make room for " + KeyText.of(leaving.forKey());
    }

    private static String sight(Leaving leaving) {
        if (leaving.saw().isEmpty()) {
            return "";
        }
        return " by " + EvictionPolicies.label(leaving.policy()) + ": " + leaving.saw()
                + (leaving.rival() == Leaving.NONE || leaving.rival() == leaving.forKey()
                        ? ""
                        : " of " + KeyText.of(leaving.rival()));
    }

    private static String kept(Leaving leaving, String at) {
        return at.isEmpty() || leaving.storedNanos() == Leaving.NONE
                ? ""
                : " (here since " + TranscriptWords.clock(leaving.storedNanos()) + ", last used "
                        + TranscriptWords.clock(leaving.usedNanos()) + ")";
    }

    private static String by(Leaving leaving, String without, String with) {
        return leaving.request() == 0 ? without : with + leaving.request();
    }
}
