package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import roundhouse.hashing.Placement;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.measures.Balance;
import roundhouse.hashing.measures.Movement;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.hashing.rings.Ring;
import roundhouse.workbench.FigureText;

/**
 * The same change of servers under every placement. Lookups are timed on this machine, so it takes a moment: made on a thread of
 * its own.
 *
 * @param change what was compared: "s3 is removed"
 */
public record PlacementComparison(String change, List<Row> rows) {
    /** As many keys as tell placements apart; more would only take longer. */
    private static final int MOST_KEYS = 20_000;

    private static final long TIMED_NANOS = TimeUnit.MILLISECONDS.toNanos(15);
    private static final int LEAST_ROUNDS = 5;
    /** Lookups run this long before they are timed, so that they are compiled. */
    private static final long WARM_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

    /**
     * @param moved the part of keys that moved, 0 to 1
     * @param maxOverMean what the fullest server owns over its fair share
     * @param deviation standard deviation of keys over fair share, 0 to 1
     * @param memory bytes
     * @param nanos a lookup of a hashed key
     * @param current whether it is the placement that is shown
     */
    public record Row(
            Placements kind,
            String title,
            double moved,
            double maxOverMean,
            double deviation,
            long memory,
            double nanos,
            boolean current) {}

    /**
     * Compares the change from one state to another; their tokens are taken as hashed, but for the placement shown.
     *
     * @param between called before each placement; what it throws ends the comparison
     */
    public static PlacementComparison of(
            String change, RingState before, RingState after, KeySet keys, Runnable between) {
        KeySet some = keys.size() <= MOST_KEYS ? keys : KeySet.of(keys.texts().subList(0, MOST_KEYS));
        PlacementSettings shown = after.settings();
        List<PlacementSettings> compared = compared(shown);
        List<Row> rows = new ArrayList<>();
        // In reverse order, so that the first row, which is read first, is timed last, when the code is surely
        // compiled.
        for (int i = compared.size() - 1; i >= 0; i--) {
            between.run();
            PlacementSettings settings = compared.get(i);
            rows.add(
                    i == 0
                            ? row(title(shown), before, after, some, true)
                            : row(title(settings), before.with(settings), after.with(settings), some, false));
        }
        return new PlacementComparison(change, List.copyOf(rows.reversed()));
    }

    /** The one shown, a ring as it usually is, and all others. */
    private static List<PlacementSettings> compared(PlacementSettings shown) {
        List<PlacementSettings> compared = new ArrayList<>();
        compared.add(shown);
        if (shown.kind() != Placements.RING || shown.virtualNodes() != Ring.DEFAULT_VIRTUAL_NODES) {
            compared.add(PlacementSettings.DEFAULT.withHash(hashFor(Placements.RING, shown)));
        }
        for (Placements kind : Placements.all()) {
            if (kind != shown.kind() && kind != Placements.RING) {
                compared.add(PlacementSettings.of(kind).withHash(hashFor(kind, shown)));
            }
        }
        return compared;
    }

    private static HashFunction hashFor(Placements kind, PlacementSettings shown) {
        return kind.takesAnyHash() && kind.defaultHash().equals(Placements.RING.defaultHash())
                ? shown.hash()
                : kind.defaultHash();
    }

    private static String title(PlacementSettings settings) {
        return settings.kind() == Placements.RING
                ? text("ring.compared-ring", Integer.toString(settings.virtualNodes()))
                : settings.kind().title();
    }

    private static Row row(String title, RingState before, RingState after, KeySet keys, boolean current) {
        Placement was = before.placement();
        Placement is = after.placement();
        long[] hashesBefore = keys.hashes(was);
        long[] hashes = keys.hashes(is);
        Movement movement = Movement.between(was, hashesBefore, is, hashes);
        Balance balance = Balance.of(is, hashes);
        return new Row(
                after.settings().kind(),
                title,
                movement.keys() == 0 ? 0 : (double) movement.moved() / movement.keys(),
                balance.maxOverMean(),
                balance.deviation(),
                is.memory(),
                time(is, hashes),
                current);
    }

    /** The fastest of some rounds: the one that was disturbed least. */
    private static double time(Placement placement, long[] hashes) {
        if (hashes.length == 0) {
            return 0;
        }
        double best = Double.MAX_VALUE;
        long sink = 0;
        int lookups = Math.min(hashes.length, 2_000);
        long beganNanos = System.nanoTime();
        int timed = 0;
        for (int round = 0;
                timed < LEAST_ROUNDS || System.nanoTime() - beganNanos < WARM_UP_NANOS + TIMED_NANOS;
                round++) {
            long startNanos = System.nanoTime();
            for (int i = 0; i < lookups; i++) {
                sink += placement.owner(hashes[(i + round * 997) % hashes.length]);
            }
            if (startNanos - beganNanos >= WARM_UP_NANOS) {
                best = Math.min(best, (double) (System.nanoTime() - startNanos) / lookups);
                timed++;
            }
        }
        // Never true; it keeps the compiler from removing the lookups.
        return sink == Long.MIN_VALUE ? 0 : best;
    }

    public String csv() {
        StringBuilder text =
                new StringBuilder("placement,keys moved,max over mean,standard deviation,memory bytes,lookup ns\n");
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "\"%s\",%.4f,%.3f,%.4f,%d,%.1f\n",
                    row.title(),
                    row.moved(),
                    row.maxOverMean(),
                    row.deviation(),
                    row.memory(),
                    row.nanos()));
        }
        return text.toString();
    }

    public String markdown() {
        StringBuilder text =
                new StringBuilder(text("ring.compared-markdown", change) + "\n|---|--:|--:|--:|--:|--:|\n");
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f× | %s | %s | %s |\n",
                    row.title(),
                    FigureText.percent(row.moved()),
                    row.maxOverMean(),
                    FigureText.percent(row.deviation()),
                    memory(row.memory()),
                    nanos(row.nanos())));
        }
        return text.toString();
    }

    public static String memory(long bytes) {
        return bytes < 1_024
                ? bytes + " B"
                : bytes < 1_024 * 1_024
                        ? FigureText.number(Math.rint(bytes / 102.4) / 10) + " KiB"
                        : FigureText.number(Math.rint(bytes / 104_857.6) / 10) + " MiB";
    }

    public static String nanos(double nanos) {
        return nanos < 999.5 ? Math.round(nanos) + " ns" : FigureText.duration(Math.round(nanos));
    }
}
