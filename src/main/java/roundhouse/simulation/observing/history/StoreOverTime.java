package roundhouse.simulation.observing.history;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.replication.ReplicationFigures;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.storing.ReplicatedStore;

/** Figures of one replicated store in equal spans of time, pairs of which are merged when they are used up. */
final class StoreOverTime {
    private static final StoreFigure[] FIGURES = StoreFigure.values();

    /** How far one member was behind at the end of each span. */
    private record Lag(long[] nanos, long[] behind) {}

    private final String id;
    private final int most;
    private final long[][] parts;
    private final long[][] wholes;
    private final long[] partsBefore = new long[FIGURES.length];
    private final long[] wholesBefore = new long[FIGURES.length];
    private final @Nullable String[] leaders;
    private final Map<String, Lag> lags = new LinkedHashMap<>();
    private String title;
    private boolean hasLeaders;

    /** @param most spans that there may be */
    StoreOverTime(ReplicatedStore store, int most) {
        this.most = most;
        id = store.id();
        title = store.spec().title();
        parts = new long[FIGURES.length][most];
        wholes = new long[FIGURES.length][most];
        leaders = new String[most];
    }

    boolean isOf(ReplicatedStore store) {
        return id.equals(store.id());
    }

    /** Ends a span. */
    void endSpan(int span, ReplicatedStore store, long nowNanos) {
        title = store.spec().title();
        hasLeaders |= store.term() > 0;
        ReplicationFigures figures = store.figures();
        for (int i = 0; i < FIGURES.length; i++) {
            long part = FIGURES[i].part(figures, nowNanos);
            long whole = FIGURES[i].whole(figures);
            boolean level = FIGURES[i].isLevel();
            parts[i][span] = level ? part : part - partsBefore[i];
            wholes[i][span] = whole - wholesBefore[i];
            partsBefore[i] = part;
            wholesBefore[i] = whole;
        }
        List<String> members = store.spec().members();
        leaders[span] = store.leader() < 0 ? null : members.get(store.leader());
        lags.values().forEach(lag -> {
            lag.nanos[span] = 0;
            lag.behind[span] = 0;
        });
        for (int i = 0; i < members.size(); i++) {
            Lag lag = lags.computeIfAbsent(members.get(i), _ -> new Lag(new long[most], new long[most]));
            lag.nanos[span] = store.behind().nanos(i);
            lag.behind[span] = store.behind().lacks(i);
        }
    }

    /** Ends a span in which there was no such store. */
    void pass(int span) {
        for (int i = 0; i < FIGURES.length; i++) {
            parts[i][span] = 0;
            wholes[i][span] = 0;
        }
        leaders[span] = null;
        lags.values().forEach(lag -> {
            lag.nanos[span] = 0;
            lag.behind[span] = 0;
        });
    }

    /** Makes one span of each two. */
    void mergePairs(int size) {
        for (int i = 0; i < FIGURES.length; i++) {
            merge(parts[i], size, FIGURES[i].isLevel());
            merge(wholes[i], size, false);
        }
        for (int i = 0; i < size; i++) {
            leaders[i] = leaders[2 * i + 1];
        }
        lags.values().forEach(lag -> {
            merge(lag.nanos, size, true);
            merge(lag.behind, size, true);
        });
    }

    private static void merge(long[] values, int size, boolean level) {
        for (int i = 0; i < size; i++) {
            long one = values[2 * i];
            long other = values[2 * i + 1];
            values[i] = level ? Math.max(one, other) : one + other;
        }
    }

    StoreSeries series(int size) {
        return new StoreSeries(
                id,
                title,
                hasLeaders,
                cut(parts, size),
                cut(wholes, size),
                Arrays.copyOf(leaders, size),
                List.copyOf(lags.keySet()),
                cut(lags.values().stream().map(Lag::nanos).toArray(long[][]::new), size),
                cut(lags.values().stream().map(Lag::behind).toArray(long[][]::new), size));
    }

    private static long[][] cut(long[][] values, int size) {
        return Arrays.stream(values).map(of -> Arrays.copyOf(of, size)).toArray(long[][]::new);
    }
}
