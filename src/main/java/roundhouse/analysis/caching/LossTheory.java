package roundhouse.analysis.caching;

import java.time.Duration;
import java.util.Locale;
import roundhouse.caching.theory.ChainTheory;
import roundhouse.topology.nodes.data.WriteFlush;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** What a crash of a cache that writes back takes, on average over when it is. */
final class LossTheory {
    private LossTheory() {}

    /**
     * @param writes a second that are written back
     * @param problem why that rate is not known; empty where it is
     */
    static Expected of(WriteFlush flush, KeyDistribution keys, double writes, String problem) {
        Duration every = flush.every();
        Duration longest = every == null ? flush.delay() : every;
        if (longest == null || (every == null && flush.batch() <= writes * seconds(longest))) {
            return expected(
                    ChainTheory.lostByBatch(flush.batch()),
                    "(B − 1) / 2, B = " + flush.batch() + " writes of a batch" + assumed(false));
        }
        if (!problem.isEmpty()) {
            return Expected.not(TheoryFigure.LOST_WRITES, problem);
        }
        if (every == null || !flush.coalesce()) {
            double period = seconds(longest);
            return expected(
                    ChainTheory.lostByPeriod(writes, period), "r D / 2" + given(writes, period) + assumed(false));
        }
        String none = Popularity.problem(keys);
        return none.isEmpty()
                ? coalesced(keys, writes, seconds(longest))
                : Expected.not(TheoryFigure.LOST_WRITES, none);
    }

    /** Each key is lost once at most, if it was written since the last flush. */
    private static Expected coalesced(KeyDistribution keys, double writes, double period) {
        double lost = 0;
        for (double chance : Popularity.of(keys)) {
            double many = chance * writes * period;
            lost += many == 0 ? 0 : 1 + StrictMath.expm1(-many) / many;
        }
        return expected(
                lost,
                "Σ 1 − (1 − e^(−p r D)) / (p r D), of a key the last write only" + given(writes, period) + ", of "
                        + Popularity.words(keys) + assumed(true));
    }

    private static Expected expected(double value, String formula) {
        return Expected.of(TheoryFigure.LOST_WRITES, value, formula);
    }

    private static String given(double writes, double period) {
        return String.format(Locale.ROOT, ", r = %.6g/s, D = %.6g s", writes, period);
    }

    private static String assumed(boolean coalesced) {
        return "; at any moment, with a store that takes what it is sent at once"
                + (coalesced ? "" : ", and no key written twice meanwhile");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
