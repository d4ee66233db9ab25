package roundhouse.routing;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** What every algorithm's explanation has in common: who could not be picked, and why. */
public final class Explaining {
    private Explaining() {}

    /** Lists every target of the pool, but for removed ones; the score is asked for only where the target could be picked. */
    public static List<Explanation.Candidate> candidates(
            Request request, Pool pool, IntFunction<String> workings, IntFunction<String> score) {
        return candidates(request, pool, workings, score, _ -> "");
    }

    /** The same, with the algorithm's own reason for leaving an able target out. */
    public static List<Explanation.Candidate> candidates(
            Request request,
            Pool pool,
            IntFunction<String> workings,
            IntFunction<String> score,
            IntFunction<String> leftOut) {
        boolean primaries =
                EligibleTargets.anyAble(request, pool, EligibleTargets.of(pool).primaries());
        List<Explanation.Candidate> candidates = new ArrayList<>();
        for (int target = 0; target < pool.size(); target++) {
            if (pool.isRemoved(target)) {
                continue;
            }
            String excluded = excluded(request, pool, target, primaries);
            if (excluded.isEmpty()) {
                excluded = leftOut.apply(target);
            }
            candidates.add(new Explanation.Candidate(
                    target,
                    pool.name(target),
                    workings.apply(target),
                    excluded.isEmpty() ? score.apply(target) : "",
                    excluded));
        }
        return List.copyOf(candidates);
    }

    private static String excluded(Request request, Pool pool, int target, boolean primaries) {
        if (pool.isDown(target)) {
            return "down";
        }
        if (pool.isOut(target)) {
            return pool.exclusion(target);
        }
        if (pool.isDraining(target)) {
            return "draining";
        }
        if (pool.weight(target) == 0) {
            return "weight 0";
        }
        if (pool.inFlight(target) >= pool.limit(target)) {
            return "at its limit of " + pool.limit(target);
        }
        if (pool.isAwaited(target)) {
            return "others wait for it";
        }
        if (request.tried(target)) {
            return request.refusal(target);
        }
        if (primaries && pool.isBackup(target)) {
            return "backup, not needed";
        }
        return pool.isBehind(target) && !pool.sharesPlaces() ? "backup behind another one" : "";
    }

    /** The tie-break in words, when there was a tie. */
    public static String tie(int equals, String settled) {
        return equals < 2 ? "" : equals + " are equal: " + settled;
    }

    /** "7 ÷ 1": requests in flight and weight. */
    public static String load(Pool pool, int target) {
        return pool.inFlight(target) + " ÷ " + pool.weight(target);
    }

    /** With at least one and at most three decimals: "7.0", "0.333". */
    public static String decimal(double value) {
        return new DecimalFormat("0.0##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    /** Nanoseconds as a person reads them: "3.2 ms". */
    public static String nanos(double value) {
        if (value < 1_000) {
            return decimal(value) + " ns";
        }
        return value < 1_000_000
                ? decimal(value / 1_000) + " µs"
                : value < 1e9 ? decimal(value / 1e6) + " ms" : decimal(value / 1e9) + " s";
    }
}
