package roundhouse.analysis.caching;

import java.time.Duration;
import java.util.Locale;
import roundhouse.caching.freshness.Freshness;
import roundhouse.caching.theory.CharacteristicTime;
import roundhouse.caching.theory.TtlTheory;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.TtlStart;

/** What a cache hits in the long run, when it is as full as it gets. */
final class HitRatioTheory {
    private static final String LONG_RUN = "; in the long run, with fetches that take no time";

    private HitRatioTheory() {}

    static Expected of(CacheTraffic its) {
        CacheSettings settings = its.settings();
        if (settings.capacity().amount() == 0) {
            return hits(0, "nothing fits in it");
        }
        String problem = problem(its);
        if (!problem.isEmpty()) {
            return Expected.not(TheoryFigure.HIT_RATIO, problem);
        }
        Duration ttl = settings.ttl();
        return ttl == null ? byCapacity(its) : byTtl(its, ttl);
    }

    private static Expected hits(double ratio, String formula) {
        return Expected.of(TheoryFigure.HIT_RATIO, ratio, formula);
    }

    /** Why there is none, in words that follow "because"; empty where there is. */
    static String problem(CacheTraffic its) {
        CacheSettings settings = its.settings();
        if (!its.notIndependent().isEmpty()) {
            return its.notIndependent();
        }
        if (its.writes() > 0 && !its.told().isEmpty()) {
            return its.told();
        }
        if (its.sizesDiffer()) {
            return "it is bounded by bytes, and values have several sizes";
        }
        if (settings.admitAfter() > 1) {
            return "it keeps a value only from the request number " + settings.admitAfter() + " for it";
        }
        return settings.ttl() == null ? policyProblem(its) : ttlProblem(its);
    }

    private static String policyProblem(CacheTraffic its) {
        return switch (its.settings().policy()) {
            case "lru", "fifo", "random", "lfu-perfect" -> "";
            default ->
                its.allFit()
                        ? ""
                        : "no closed form is known for the policy "
                                + its.settings().policy();
        };
    }

    private static String ttlProblem(CacheTraffic its) {
        CacheSettings settings = its.settings();
        if (!its.allFit()) {
            return "entries go for want of room as well as when their time is over";
        }
        if (settings.staleWhileRevalidate() != null) {
            return "it gives entries for a while after their time is over";
        }
        if (settings.earlyRefresh() > 0) {
            return "it fetches entries before their time is over";
        }
        if (settings.freshness() == Freshness.NGINX || settings.freshness() == Freshness.SQUID) {
            return "it counts ages as " + settings.freshness().word() + " does, in whole seconds";
        }
        if (settings.ttlFrom() == TtlStart.USE && settings.freshness() == Freshness.CAFFEINE) {
            return "a use within a second of the one before does not count, as in Caffeine";
        }
        if (settings.ttlFrom() == TtlStart.USE && settings.ttlJitter() > 0) {
            return "times to live differ by chance and count from the last use";
        }
        if (!its.rateUnknown().isEmpty()) {
            return its.rateUnknown();
        }
        return its.poisson() ? "" : "requests do not come as a Poisson process";
    }

    private static Expected byCapacity(CacheTraffic its) {
        if (its.allFit()) {
            return hits(1, "every key fits, once each has been fetched");
        }
        double[] chances = Popularity.of(its.keys());
        long entries = its.entries();
        String given = ", of " + entries + " entries and " + Popularity.words(its.keys()) + LONG_RUN;
        return switch (its.settings().policy()) {
            case "lru" ->
                hits(
                        CharacteristicTime.lruHitRatio(chances, (double) entries),
                        "Che's approximation: Σ p (1 − e^(−p t)), t from Σ (1 − e^(−p t)) = capacity" + given);
            case "lfu-perfect" ->
                hits(CharacteristicTime.lfuHitRatio(chances, (int) entries), "the sum of the largest chances" + given);
            default ->
                hits(
                        CharacteristicTime.fifoHitRatio(chances, (double) entries),
                        "Che's approximation as for FIFO and random: Σ p · p t / (1 + p t), t from Σ p t / (1 + p t) = capacity"
                                + given);
        };
    }

    private static Expected byTtl(CacheTraffic its, Duration ttl) {
        double seconds = ttl.toNanos() / 1e9;
        boolean fromUse = its.settings().ttlFrom() == TtlStart.USE;
        double sum = 0;
        for (double chance : Popularity.of(its.keys())) {
            double rate = chance * its.reads();
            sum += chance
                    * (fromUse ? TtlTheory.hitRatioFromUse(rate, seconds) : TtlTheory.hitRatioFromFetch(rate, seconds));
        }
        return hits(
                sum,
                (fromUse ? "renewed by each use: Σ p (1 − e^(−λ T))" : "from the fetch: Σ p λ T / (1 + λ T)")
                        + String.format(
                                Locale.ROOT,
                                ", λ = p · %.6g/s, T = %.6g s, of %s",
                                its.reads(),
                                seconds,
                                Popularity.words(its.keys()))
                        + LONG_RUN);
    }
}
