package roundhouse.workbench.inspector.figures;

import roundhouse.simulation.components.CacheFigure;

/** What the figures of caches are, in a sentence each. */
final class CacheWords {
    private CacheWords() {}

    static String meaning(CacheFigure figure) {
        return switch (figure) {
            case HITS -> "Lookups that gave a value, fresh or not.";
            case MISSES -> "Reads that it could not answer and asked for.";
            case HIT_RATIO -> "The part of the reads that the cache answered.";
            case BYTE_HIT_RATIO -> "The part of the bytes read that the cache answered with.";
            case STALE -> "Hits of which there had been a newer value.";
            case STALE_SHARE -> "The part of the hits of which there had been a newer value.";
            case COLD -> "Misses of keys that had never been in it.";
            case EXPIRED -> "Reads that found an entry whose time was over.";
            case EVICTED -> "Entries that had to go to make room.";
            case INVALIDATED -> "Entries taken out: deleted, invalidated or purged.";
            case COALESCED -> "Misses that waited for another one's answer and asked nobody.";
            case REFRESHES -> "Entries fetched anew behind an answer.";
            case EARLY -> "Fetches behind an answer that was fresh.";
            case OUTDATED -> "Values given after their time was over.";
            case NEGATIVE -> "Lookups that a kept failure answered.";
            case REFUSED_SETS -> "Values that came too late, as a deletion had forbidden them.";
            case ENTRIES -> "Entries held.";
            case BYTES -> "What the values held take.";
            case DIRTY -> "Entries written here and not yet behind it.";
        };
    }
}
