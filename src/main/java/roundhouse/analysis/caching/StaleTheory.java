package roundhouse.analysis.caching;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import roundhouse.caching.theory.TtlTheory;
import roundhouse.topology.nodes.data.TtlStart;

/** How often a cache that is not told of writes gives what is not the newest any more, and how old that is. */
final class StaleTheory {
    private StaleTheory() {}

    /** @param hits what it is expected to hit */
    static List<Expected> of(CacheTraffic its, Expected hits) {
        if (its.writes() == 0) {
            return List.of(Expected.of(TheoryFigure.STALE_SHARE, 0, "nothing is written"));
        }
        String problem = problem(its, hits);
        Duration ttl = its.settings().ttl();
        if (!problem.isEmpty() || ttl == null) {
            return List.of(
                    Expected.not(TheoryFigure.STALE_SHARE, problem), Expected.not(TheoryFigure.STALE_AGE, problem));
        }
        return reckoned(its, ttl.toNanos() / 1e9);
    }

    private static String problem(CacheTraffic its, Expected hits) {
        if (!hits.applies()) {
            return hits.whyNot();
        }
        if (its.settings().ttl() == null) {
            return "entries are good for ever, so ever more of them are stale";
        }
        if (its.settings().ttlFrom() == TtlStart.USE) {
            return "each use begins the time to live anew, so entries can be of any age";
        }
        if (!its.rateUnknown().isEmpty() || !its.poisson()) {
            return its.poisson() ? its.rateUnknown() : "writes do not come as a Poisson process";
        }
        return its.settings().ttlJitter() > 0 ? "times to live differ by chance" : "";
    }

    private static List<Expected> reckoned(CacheTraffic its, double ttl) {
        double hits = 0;
        double stale = 0;
        double staleness = 0;
        for (double chance : Popularity.of(its.keys())) {
            double hit = chance * TtlTheory.hitRatioFromFetch(chance * its.reads(), ttl);
            double updates = chance * its.writes();
            hits += hit;
            stale += hit * TtlTheory.staleShareOfHits(updates, ttl, 0);
            staleness += hit * TtlTheory.meanStaleness(updates, ttl);
        }
        String given = String.format(
                Locale.ROOT,
                ", over all keys by their hits, μ = p · %.6g/s, T = %.6g s, of %s",
                its.writes(),
                ttl,
                Popularity.words(its.keys()));
        return List.of(
                Expected.of(TheoryFigure.STALE_SHARE, stale / hits, "1 − (1 − e^(−μ T)) / (μ T)" + given),
                Expected.of(
                        TheoryFigure.STALE_AGE,
                        staleness / stale,
                        "(T / 2 − (1 − (1 − e^(−μ T)) / (μ T)) / μ) among those that are stale" + given));
    }
}
