package roundhouse.routing.algorithms;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.LookaheadRandom;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * The target with the least to be expected: a moving average of its latency times the requests that would then be in flight
 * there, for its weight. The average jumps up to a slow reply at once and comes down only with time ("peak"), by e^(-Δt ÷ decay),
 * also when nothing is sent there, so that a target once slow gets another chance.
 *
 * <p>A target that never answered costs nothing and is tried at once; while that first request is out it costs very much, so that no
 * crowd follows. Equal costs go to the first declared. Every outcome counts with the time it took, so a target that fails fast looks
 * quick: that is what health checks are for.
 *
 * <p>Source: Twitter Finagle, PeakEwma.scala. Finagle looks at two targets drawn by chance; here all are looked at, which costs a
 * walk, up to {@value #WALK_UP_TO} targets. In bigger pools two are drawn in proportion to weight and the
 * better of the two is taken.
 */
final class PeakEwma implements Balancer {
    static final int WALK_UP_TO = 32;

    /** What one outstanding request costs at a target that has never answered: Finagle's penalty. */
    private static final double PENALTY = (double) (Long.MAX_VALUE >> 16);

    private final LongSupplier clock;
    private final double decayNanos;
    private final EligibleTargets members = new EligibleTargets();
    private final LookaheadRandom draws;
    private WeightedDraw primaries = new WeightedDraw(new Pool(), new int[0]);
    private WeightedDraw backups = primaries;

    private double[] cost = new double[8];
    private long[] stampNanos = new long[8];
    private long lastPassedNanos;
    private double lastKept = 1;
    private int drawnFirst = NONE;
    private int drawnSecond = NONE;

    PeakEwma(RandomGenerator random, LongSupplier clock, long decayNanos) {
        if (decayNanos <= 0) {
            throw new IllegalArgumentException("a decay of " + decayNanos + " ns is not above 0");
        }
        this.clock = clock;
        this.decayNanos = decayNanos;
        draws = new LookaheadRandom(random);
    }

    /** With the same history and the same draws ahead, to try a pick on. */
    private PeakEwma(PeakEwma that) {
        clock = that.clock;
        decayNanos = that.decayNanos;
        draws = that.draws.peek();
        cost = that.cost.clone();
        stampNanos = that.stampNanos.clone();
    }

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            reserve(pool.size());
            primaries = new WeightedDraw(pool, members.primaries());
            backups = new WeightedDraw(pool, members.backups());
        }
        long nowNanos = clock.getAsLong();
        int target = pick(request, pool, members.primaries(), primaries, nowNanos);
        return target != NONE ? target : pick(request, pool, members.backups(), backups, nowNanos);
    }

    private int pick(Request request, Pool pool, int[] group, WeightedDraw draw, long nowNanos) {
        if (group.length > WALK_UP_TO) {
            int one = draw.draw(request, pool, NONE, draws);
            int two = one == NONE ? NONE : draw.draw(request, pool, one, draws);
            drawnFirst = one;
            drawnSecond = two;
            return two == NONE || score(pool, one, nowNanos) <= score(pool, two, nowNanos) ? one : two;
        }
        int best = NONE;
        double least = 0;
        for (int target : group) {
            if (EligibleTargets.isAble(request, pool, target)) {
                double score = score(pool, target, nowNanos);
                if (best == NONE || score < least) {
                    best = target;
                    least = score;
                }
            }
        }
        return best;
    }

    private double score(Pool pool, int target, long nowNanos) {
        return load(target, pool.inFlight(target), nowNanos) / pool.weight(target);
    }

    /**
     * What Finagle calls the load: the cost times one more than are in flight. Nanoseconds. Looking brings the cost down to what time
     * has left of it, which matters: the next reply is a peak if it is above that.
     */
    double load(int target, int inFlight, long nowNanos) {
        observe(target, 0, nowNanos);
        return cost[target] == 0 && inFlight > 0 ? PENALTY + inFlight : cost[target] * (inFlight + 1);
    }

    private void observe(int target, long latencyNanos, long nowNanos) {
        double before = cost[target];
        if (latencyNanos > before) {
            cost[target] = latencyNanos;
        } else if (before > 0 && nowNanos > stampNanos[target]) {
            double kept = kept(nowNanos - stampNanos[target]);
            cost[target] = before * kept + latencyNanos * (1 - kept);
        }
        stampNanos[target] = nowNanos;
    }

    /** e^(-passed ÷ decay). A walk asks for the same span over and over, as it left nearly all with the same stamp. */
    private double kept(long passed) {
        if (passed != lastPassedNanos) {
            lastPassedNanos = passed;
            lastKept = StrictMath.exp(-passed / decayNanos);
        }
        return lastKept;
    }

    @Override
    public void finished(int target, long latencyNanos, Outcome outcome) {
        reserve(target + 1);
        observe(target, latencyNanos, clock.getAsLong());
    }

    private void reserve(int targets) {
        if (targets > cost.length) {
            int length = Math.max(targets, 2 * cost.length);
            cost = Arrays.copyOf(cost, length);
            stampNanos = Arrays.copyOf(stampNanos, length);
        }
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        return new PeakEwma(this).explainAndPick(request, pool);
    }

    private Explanation explainAndPick(Request request, Pool pool) {
        int picked = pick(request, pool);
        long nowNanos = clock.getAsLong();
        boolean drawn =
                (picked != NONE && pool.isBackup(picked) ? members.backups() : members.primaries()).length > WALK_UP_TO;
        long equals = Arrays.stream(EligibleTargets.candidates(request, pool))
                .filter(target -> !drawn || target == drawnFirst || target == drawnSecond)
                .filter(target -> score(pool, target, nowNanos) == score(pool, picked, nowNanos))
                .count();
        return new Explanation(
                picked,
                (drawn ? "of two drawn by chance, " : "") + "least recent latency × (in flight + 1) ÷ weight",
                Explaining.candidates(
                        request,
                        pool,
                        target -> workings(pool, target, nowNanos),
                        target -> scoreText(pool, target, nowNanos),
                        target -> !drawn || target == drawnFirst || target == drawnSecond ? "" : "not drawn"),
                Explaining.tie((int) equals, drawn ? "the first drawn wins" : "the first declared wins"));
    }

    private String workings(Pool pool, int target, long nowNanos) {
        observe(target, 0, nowNanos);
        return cost[target] == 0
                ? "no reply yet, " + pool.inFlight(target) + " in flight"
                : Explaining.nanos(cost[target]) + " × " + (pool.inFlight(target) + 1) + " ÷ " + pool.weight(target);
    }

    private String scoreText(Pool pool, int target, long nowNanos) {
        if (cost[target] > 0) {
            return Explaining.nanos(score(pool, target, nowNanos));
        }
        return pool.inFlight(target) == 0 ? "untried, so first" : "waits for its first reply";
    }
}
