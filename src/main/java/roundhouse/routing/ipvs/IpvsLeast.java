package roundhouse.routing.ipvs;

import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * IPVS's {@code lc}, {@code wlc}, {@code sed} and {@code nq}: the least overhead, for its weight but in {@code lc}, the first in the list
 * of equals. A walk over the targets.
 *
 * <p>Source: Linux, net/netfilter/ipvs/ip_vs_lc.c, ip_vs_wlc.c, ip_vs_sed.c, ip_vs_nq.c. Not run. Of {@linkplain InactiveConnections
 * connections that have ended} lc and wlc count each a 256th of an active one, as long as they are remembered.
 */
public final class IpvsLeast implements Balancer {
    private static final int ACTIVE = 256;

    /** What is compared. */
    public enum Rule {
        /** Least connections: active × 256 + inactive, whatever the weights. */
        LC("fewest in flight + ended ÷ 256"),
        /** Weighted least connections: (active × 256 + inactive) ÷ weight. */
        WLC("fewest (in flight + ended ÷ 256) ÷ weight"),
        /** Shortest expected delay: (active + 1) ÷ weight. */
        SED("least (in flight + 1) ÷ weight"),
        /** Never queue: the first idle one, else shortest expected delay. */
        NQ("the first idle one, else least (in flight + 1) ÷ weight");

        private final String words;

        Rule(String words) {
            this.words = words;
        }

        /** Whether connections that have ended count, too. */
        private boolean countsEnded() {
            return this == LC || this == WLC;
        }
    }

    private final Rule rule;
    private final @Nullable InactiveConnections ended;
    private final IntUnaryOperator inactive;
    private final EligibleTargets members = new EligibleTargets();

    /**
     * @param clock the time now, nanoseconds
     */
    public IpvsLeast(Rule rule, LongSupplier clock) {
        this.rule = rule;
        InactiveConnections connections = new InactiveConnections(clock);
        ended = rule.countsEnded() ? connections : null;
        inactive = connections::of;
    }

    /**
     * @param inactive a target's inactive connections
     */
    IpvsLeast(Rule rule, IntUnaryOperator inactive) {
        this.rule = rule;
        ended = null;
        this.inactive = inactive;
    }

    @Override
    public void finished(int target, long latencyNanos, Outcome outcome) {
        if (ended != null) {
            ended.ended(target, outcome);
        }
    }

    @Override
    public int pick(Request request, Pool pool) {
        members.refresh(pool);
        return pick(request, pool, members);
    }

    private int pick(Request request, Pool pool, EligibleTargets now) {
        int target = least(request, pool, now.primaries());
        return target != NONE ? target : least(request, pool, now.backups());
    }

    private int least(Request request, Pool pool, int[] targets) {
        int best = NONE;
        for (int target : targets) {
            if (EligibleTargets.isAble(request, pool, target)) {
                if (rule == Rule.NQ && pool.inFlight(target) == 0) {
                    return target;
                }
                if (best == NONE
                        || overhead(pool, best) * weight(pool, target) > overhead(pool, target) * weight(pool, best)) {
                    best = target;
                }
            }
        }
        return best;
    }

    private long overhead(Pool pool, int target) {
        long active = pool.inFlight(target);
        return rule.countsEnded() ? active * ACTIVE + inactive.applyAsInt(target) : active + 1;
    }

    private int weight(Pool pool, int target) {
        return rule == Rule.LC ? 1 : pool.weight(target);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        int picked = pick(request, pool, EligibleTargets.of(pool));
        int equals = 0;
        for (int target : EligibleTargets.candidates(request, pool)) {
            equals += score(pool, target) == score(pool, picked) ? 1 : 0;
        }
        return new Explanation(
                picked,
                rule.words,
                Explaining.candidates(
                        request, pool, target -> load(pool, target), target -> Explaining.decimal(score(pool, target))),
                Explaining.tie(equals, "the first declared wins"));
    }

    /** "7 ÷ 1", and how many ended ones count besides. */
    private String load(Pool pool, int target) {
        int past = inactive.applyAsInt(target);
        String active = rule == Rule.LC ? pool.inFlight(target) + "" : Explaining.load(pool, target);
        return rule.countsEnded() && past > 0 ? active + ", " + past + " ended" : active;
    }

    private double score(Pool pool, int target) {
        if (rule == Rule.NQ && pool.inFlight(target) == 0) {
            return 0;
        }
        double unit = rule.countsEnded() ? ACTIVE : 1;
        return overhead(pool, target) / unit / weight(pool, target);
    }
}
