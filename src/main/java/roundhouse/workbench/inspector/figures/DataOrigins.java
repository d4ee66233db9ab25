package roundhouse.workbench.inspector.figures;

import java.util.Arrays;
import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.simulation.components.CacheFigure;

/** Where the figures of data come from. */
final class DataOrigins {
    private static final String BY_KEYS =
            "what was read when decides it; where a cache has a theory (Che's for LRU), it stands under Theory";
    private static final String CACHE_INPUTS = "each read and write that came to the cache";
    private static final String EVENTS = "each read and write of data";

    static final Origin ANSWERED = Origin.of(
            "The part of its requests to stores that were answered as asked.",
            "answered / asked",
            "a share, 0 to 100 %",
            "each request that asked a store; in partitions, those sent while there was one",
            OriginSpan.SINCE_START,
            "Requests that people would send again by hand.",
            "when partitions come is a setting");
    private static final Origin CAPACITY = Origin.of(
            "What each cache may hold.",
            "as set",
            "entries, or bytes in MiB",
            "the setting",
            OriginSpan.SETTING,
            "What keys and the cache itself take.",
            "it is a setting");

    private DataOrigins() {}

    /** Of the figure with that label. */
    static Origin of(String label) {
        return Arrays.stream(CacheFigure.values())
                .filter(figure -> figure.label().equals(label))
                .findFirst()
                .map(DataOrigins::cache)
                .orElseGet(() -> other(label));
    }

    private static Origin cache(CacheFigure figure) {
        String what = CacheWords.meaning(figure);
        return switch (figure) {
            case HIT_RATIO ->
                of(what, "hits / (hits + misses)", "a share, 0 to 100 %", CACHE_INPUTS, OriginSpan.LAST_SECOND);
            case EVICTED ->
                of(
                        what,
                        "entries evicted within the second / 1 s",
                        "entries a second",
                        CACHE_INPUTS,
                        OriginSpan.LAST_SECOND);
            case ENTRIES, BYTES, DIRTY ->
                of(
                        what,
                        "put in − gone",
                        figure == CacheFigure.BYTES ? "bytes, in MiB" : "entries",
                        CACHE_INPUTS,
                        OriginSpan.NOW);
            case BYTE_HIT_RATIO, STALE_SHARE ->
                of(
                        what,
                        "those it says / all of their kind",
                        "a share, 0 to 100 %",
                        CACHE_INPUTS,
                        OriginSpan.SINCE_START);
            case HITS,
                    MISSES,
                    STALE,
                    COLD,
                    EXPIRED,
                    INVALIDATED,
                    COALESCED,
                    REFRESHES,
                    EARLY,
                    OUTDATED,
                    NEGATIVE,
                    REFUSED_SETS -> of(what, "one for each", "a count", CACHE_INPUTS, OriginSpan.SINCE_START);
        };
    }

    private static Origin other(String label) {
        return switch (label) {
            case "Capacity, each" -> CAPACITY;
            case "Reads", "Reads ended here", "Writes", "Writes ended here" ->
                of(label + ", a second.", "those within the second / 1 s", "a second", EVENTS, OriginSpan.LAST_SECOND);
            case "Reads ended here took", "Writes ended here took" ->
                of(
                        "The mean time they took, from their beginning to their end.",
                        "∑ times / number",
                        "time",
                        EVENTS + " that ended here",
                        OriginSpan.SINCE_WARM_UP);
            case "Lost writes, all nodes" ->
                of(
                        "Writes that were acknowledged and are gone.",
                        "one for each",
                        "writes",
                        EVENTS,
                        OriginSpan.SINCE_START);
            case "Stale reads, all nodes" ->
                of(
                        "The part of reads that gave an old value.",
                        "stale reads / reads",
                        "a share, 0 to 100 %",
                        EVENTS,
                        OriginSpan.SINCE_START);
            case "Stale age, mean", "Stale age, p99", "Stale age, max" ->
                of(
                        "For how long there had been a newer value when a stale one was read.",
                        "time of the read − time of the newer write; of these the "
                                + label.substring("Stale age, ".length()),
                        "time",
                        "each stale read",
                        OriginSpan.SINCE_WARM_UP);
            case "Invalidations, all nodes", "Invalidations late", "Invalidations lost" ->
                of(
                        "Messages to caches that something was written: sent, come after a value they were to take out was given, and lost.",
                        "one for each",
                        "messages",
                        "each message",
                        OriginSpan.SINCE_START);
            default -> throw new IllegalArgumentException(label);
        };
    }

    private static Origin of(String what, String formula, String unit, String inputs, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                unit,
                inputs,
                span,
                "The values themselves: only their keys, versions and sizes are there.",
                BY_KEYS);
    }
}
