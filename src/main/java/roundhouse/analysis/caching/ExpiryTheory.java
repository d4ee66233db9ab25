package roundhouse.analysis.caching;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.theory.EarlyRefreshTheory;
import roundhouse.caching.theory.TtlTheory;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.TtlStart;

/** What comes of entries' expiring: how many fetch then, and how many are fetched before it. */
final class ExpiryTheory {
    private static final String NOBODY_WAITS = "; with a store where nobody waits";

    /** Where it does not matter how long a fetch takes. */
    private static final FetchTime ANY = new FetchTime(Double.NaN, "");

    private ExpiryTheory() {}

    /** Nothing of a cache whose entries do not expire. */
    static List<Expected> of(CacheTraffic its, FetchTime fetch) {
        Duration ttl = its.settings().ttl();
        if (ttl == null || its.settings().capacity().amount() == 0) {
            return List.of();
        }
        double seconds = ttl.toNanos() / 1e9;
        return its.settings().earlyRefresh() > 0 ? early(its, fetch, seconds) : List.of(stampede(its, fetch, seconds));
    }

    private static String problem(CacheTraffic its, FetchTime fetch) {
        CacheSettings plain = its.settings().with(CacheSettings.EARLY_REFRESH, 0.0);
        String hits = HitRatioTheory.problem(its.with(plain));
        if (!hits.isEmpty()) {
            return hits;
        }
        return its.settings().ttlFrom() == TtlStart.USE ? "each use begins the time to live anew" : fetch.unknown();
    }

    private static Expected stampede(CacheTraffic its, FetchTime fetch, double ttl) {
        boolean alone = its.settings().coalesce() == Coalescing.Scope.ALL;
        String problem = problem(its, alone ? ANY : fetch);
        if (!problem.isEmpty()) {
            return Expected.not(TheoryFigure.STAMPEDE, problem);
        }
        if (alone) {
            return Expected.of(TheoryFigure.STAMPEDE, 1, "the others wait for the one that fetches");
        }
        double takes = fetch.seconds();
        double expiries = 0;
        double fetches = 0;
        for (double chance : Popularity.of(its.keys())) {
            double rate = chance * its.reads();
            if (rate > 0) {
                // The last of those that fetch begins that long after the first, and its answer begins the time to
                // live.
                double last = takes + StrictMath.expm1(-rate * takes) / rate;
                double often = 1 / (1 / rate + last + takes + ttl);
                expiries += often;
                fetches += often * TtlTheory.stampede(rate, takes);
            }
        }
        return Expected.of(
                TheoryFigure.STAMPEDE,
                fetches / expiries,
                "1 + λ d, over all keys by how often they expire, λ = p · "
                        + String.format(Locale.ROOT, "%.6g/s, d = %.6g s, of ", its.reads(), takes)
                        + Popularity.words(its.keys()) + NOBODY_WAITS);
    }

    private static List<Expected> early(CacheTraffic its, FetchTime fetch, double ttl) {
        String problem = earlyProblem(its, fetch);
        if (!problem.isEmpty()) {
            return List.of(
                    Expected.not(TheoryFigure.EARLY_SHARE, problem), Expected.not(TheoryFigure.EARLY_BY, problem));
        }
        double scale = fetch.seconds() * its.settings().earlyRefresh();
        double all = 0;
        double early = 0;
        double gaps = 0;
        double before = -1;
        double none = 0;
        double gap = 0;
        for (double chance : Popularity.of(its.keys())) {
            double rate = chance * its.reads();
            if (rate > 0) {
                if (rate != before) {
                    none = EarlyRefreshTheory.noneEarly(rate, ttl, scale);
                    gap = EarlyRefreshTheory.gapOverAll(rate, ttl, scale);
                    before = rate;
                }
                double often = 1 / (ttl + fetch.seconds() - gap + none / rate);
                all += often;
                early += often * (1 - none);
                gaps += often * gap;
            }
        }
        String given = String.format(
                        Locale.ROOT,
                        ", λ = p · %.6g/s, m = β · %.6g s, T = %.6g s, of ",
                        its.reads(),
                        fetch.seconds(),
                        ttl)
                + Popularity.words(its.keys())
                + NOBODY_WAITS;
        return List.of(
                Expected.of(
                        TheoryFigure.EARLY_SHARE,
                        early / all,
                        "1 − e^(−λ m (1 − e^(−T/m))), over all keys by how often they are fetched" + given),
                Expected.of(
                        TheoryFigure.EARLY_BY,
                        gaps / early,
                        "∫ 1 − e^(−λ m (e^(−g/m) − e^(−T/m))) dg of those fetched early, for large λ m about"
                                + " m (ln(λ m) + 0.577)" + given));
    }

    private static String earlyProblem(CacheTraffic its, FetchTime fetch) {
        String problem = problem(its, fetch);
        if (!problem.isEmpty()) {
            return problem;
        }
        if (its.settings().coalesce() != Coalescing.Scope.ALL) {
            return "who comes during a fetch after the expiry fetches too";
        }
        if (its.settings().ttlJitter() > 0) {
            return "times to live differ by chance";
        }
        return fetch.seconds() == 0 ? "fetches take no time, so none is early" : "";
    }
}
