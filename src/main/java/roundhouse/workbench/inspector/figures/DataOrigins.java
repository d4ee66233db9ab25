package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.simulation.components.CacheFigure;

/** Where the figures of data come from. */
final class DataOrigins {
    private static final String BY_KEYS = text("inspector.data-no-theory");
    private static final String CACHE_INPUTS = text("inspector.cache-inputs");
    private static final String EVENTS = text("inspector.data-inputs");

    static final Origin ANSWERED = Origin.of(
            text("inspector.answered-origin"),
            text("inspector.answered-formula"),
            text("inspector.unit-share"),
            text("inspector.answered-inputs"),
            OriginSpan.SINCE_START,
            text("inspector.answered-not-modelled"),
            text("inspector.answered-no-theory"));
    private static final Origin CAPACITY = Origin.of(
            text("inspector.capacity-origin"),
            text("inspector.capacity-formula"),
            text("inspector.capacity-unit"),
            text("inspector.capacity-inputs"),
            OriginSpan.SETTING,
            text("inspector.capacity-not-modelled"),
            text("inspector.capacity-no-theory"));

    private static final Map<String, Origin> OTHERS = others();

    private DataOrigins() {}

    /** Of the figure with that label. */
    static Origin of(String label) {
        return Arrays.stream(CacheFigure.values())
                .filter(figure -> figure.label().equals(label))
                .findFirst()
                .map(DataOrigins::cache)
                .orElseGet(() -> {
                    Origin other = OTHERS.get(label);
                    if (other == null) {
                        throw new IllegalArgumentException(label);
                    }
                    return other;
                });
    }

    private static Origin cache(CacheFigure figure) {
        String what = CacheWords.meaning(figure);
        return switch (figure) {
            case HIT_RATIO ->
                of(
                        what,
                        text("inspector.hit-ratio-formula"),
                        text("inspector.unit-share"),
                        CACHE_INPUTS,
                        OriginSpan.LAST_SECOND);
            case EVICTED ->
                of(
                        what,
                        text("inspector.evicted-formula"),
                        text("inspector.evicted-unit"),
                        CACHE_INPUTS,
                        OriginSpan.LAST_SECOND);
            case ENTRIES, BYTES, DIRTY ->
                of(
                        what,
                        text("inspector.held-formula"),
                        figure == CacheFigure.BYTES ? text("inspector.unit-bytes") : text("inspector.unit-entries"),
                        CACHE_INPUTS,
                        OriginSpan.NOW);
            case BYTE_HIT_RATIO, STALE_SHARE ->
                of(
                        what,
                        text("inspector.formula-part"),
                        text("inspector.unit-share"),
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
                    REFUSED_SETS ->
                of(
                        what,
                        text("inspector.formula-one-each"),
                        text("inspector.unit-count"),
                        CACHE_INPUTS,
                        OriginSpan.SINCE_START);
        };
    }

    private static Map<String, Origin> others() {
        Map<String, Origin> others = new HashMap<>();
        others.put(DataLiveFigures.CAPACITY, CAPACITY);
        for (String rate : List.of(
                DataLiveFigures.READS,
                DataLiveFigures.READS_HERE,
                DataLiveFigures.WRITES,
                DataLiveFigures.WRITES_HERE)) {
            others.put(
                    rate,
                    of(
                            text("inspector.lately-origin", rate),
                            text("inspector.lately-formula"),
                            text("inspector.lately-unit"),
                            EVENTS,
                            OriginSpan.LAST_SECOND));
        }
        Origin took = of(
                text("inspector.took-origin"),
                text("inspector.took-formula"),
                text("inspector.unit-time"),
                text("inspector.took-inputs"),
                OriginSpan.SINCE_WARM_UP);
        others.put(DataLiveFigures.READS_TOOK, took);
        others.put(DataLiveFigures.WRITES_TOOK, took);
        others.put(
                DataLiveFigures.LOST_WRITES,
                of(
                        text("inspector.lost-writes-origin"),
                        text("inspector.formula-one-each"),
                        text("inspector.unit-writes"),
                        EVENTS,
                        OriginSpan.SINCE_START));
        others.put(
                DataLiveFigures.STALE_READS,
                of(
                        text("inspector.stale-reads-origin"),
                        text("inspector.stale-reads-formula"),
                        text("inspector.unit-share"),
                        EVENTS,
                        OriginSpan.SINCE_START));
        others.put(DataLiveFigures.STALE_MEAN, staleAge(text("inspector.stale-age-mean-formula")));
        others.put(DataLiveFigures.STALE_P99, staleAge(text("inspector.stale-age-p99-formula")));
        others.put(DataLiveFigures.STALE_MAX, staleAge(text("inspector.stale-age-max-formula")));
        Origin messages = of(
                text("inspector.invalidations-origin"),
                text("inspector.formula-one-each"),
                text("inspector.unit-messages"),
                text("inspector.invalidations-inputs"),
                OriginSpan.SINCE_START);
        others.put(DataLiveFigures.INVALIDATIONS, messages);
        others.put(DataLiveFigures.INVALIDATIONS_LATE, messages);
        others.put(DataLiveFigures.INVALIDATIONS_LOST, messages);
        return others;
    }

    private static Origin staleAge(String formula) {
        return of(
                text("inspector.stale-age-origin"),
                formula,
                text("inspector.unit-time"),
                text("inspector.stale-age-inputs"),
                OriginSpan.SINCE_WARM_UP);
    }

    private static Origin of(String what, String formula, String unit, String inputs, OriginSpan span) {
        return Origin.of(what, formula, unit, inputs, span, text("inspector.data-not-modelled"), BY_KEYS);
    }
}
