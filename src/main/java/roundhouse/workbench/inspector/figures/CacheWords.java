package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.simulation.components.CacheFigure;

/** What the figures of caches are, in a sentence each. */
final class CacheWords {
    private CacheWords() {}

    static String meaning(CacheFigure figure) {
        return switch (figure) {
            case HITS -> text("inspector.cache-hits-origin");
            case MISSES -> text("inspector.cache-misses-origin");
            case HIT_RATIO -> text("inspector.cache-hit-ratio-origin");
            case BYTE_HIT_RATIO -> text("inspector.cache-byte-hit-ratio-origin");
            case STALE -> text("inspector.cache-stale-origin");
            case STALE_SHARE -> text("inspector.cache-stale-share-origin");
            case COLD -> text("inspector.cache-cold-origin");
            case EXPIRED -> text("inspector.cache-expired-origin");
            case EVICTED -> text("inspector.cache-evicted-origin");
            case INVALIDATED -> text("inspector.cache-invalidated-origin");
            case COALESCED -> text("inspector.cache-coalesced-origin");
            case REFRESHES -> text("inspector.cache-refreshes-origin");
            case EARLY -> text("inspector.cache-early-origin");
            case OUTDATED -> text("inspector.cache-outdated-origin");
            case NEGATIVE -> text("inspector.cache-negative-origin");
            case REFUSED_SETS -> text("inspector.cache-refused-sets-origin");
            case ENTRIES -> text("inspector.cache-entries-origin");
            case BYTES -> text("inspector.cache-bytes-origin");
            case DIRTY -> text("inspector.cache-dirty-origin");
        };
    }
}
