package roundhouse.simulation.targets;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import roundhouse.health.OutlierEjection;
import roundhouse.health.PanicThreshold;
import roundhouse.health.SlowStart;
import roundhouse.routing.Exclusion;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.simulation.components.OutOfRotation;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.nodes.parts.Health;

/**
 * Which targets of a balancer's pool its health rules exclude: told of checks and of requests, it marks the pool, and says so in the
 * transcript.
 *
 * <p>Which failures count as passive ones is a rule; by nginx's own, refusals, broken connections and the balancer's own timeouts, and
 * every answer is one, whatever it says. Ejection counts every outcome but OK as an error, as Envoy counts every status from 500 on.
 * In a panic the exclusions are disregarded, for primaries and backups separately, which are Envoy's two levels of priority; short of
 * a panic the {@link PriorityLevels} share the load between the two. A target that is added, is put into use again, or returns from
 * checks or from an ejection starts slowly; one that returns after failures does not, as in nginx.
 */
public final class TargetHealth {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final RunContext context;
    private final String owner;
    private final TargetGroup group;
    private final Pool pool;
    private final Health.@Nullable Passive passive;
    /** Null while neither the rules nor any link ask for it. */
    private @Nullable FailedTargets failed;
    /** What counts as a passive failure; the rest is an answer. */
    private final Set<Failure> counted;

    private final @Nullable OutlierEjection ejection;
    private final @Nullable PanicWatch panic;
    private final @Nullable WarmUps warmUps;
    private final @Nullable TargetBreakers breakers;
    private final IntConsumer sentenceServed = this::sentenceServed;
    private final IntConsumer stoodOut = this::stoodOut;
    /** For each target since when it is as it is now. */
    private long[] sinceNanos;

    TargetHealth(RunContext context, String owner, TargetGroup group, Health rules) {
        this.context = context;
        this.owner = owner;
        this.group = group;
        this.pool = group.pool();
        int targets = pool.size();
        passive = rules.passive();
        counted = (passive == null ? Health.Passive.SETTINGS.usual() : passive).on();
        Health.Ejection outliers = rules.ejection();
        ejection = outliers == null ? null : new OutlierEjection(targets, settings(outliers));
        panic = rules.panic() == 0
                ? null
                : new PanicWatch(
                        pool,
                        new PanicThreshold(rules.panic(), PanicThreshold.ENVOY.overprovisioning()),
                        context.streams.of(owner, "levels of " + group.name()),
                        this::say);
        warmUps = rules.slowStart().isZero()
                ? null
                : new WarmUps(context, owner, group.pool(), group.lines(), new SlowStart((int)
                        rules.slowStart().toSeconds()));
        breakers = rules.breaker() == null ? null : new TargetBreakers(context, owner, pool, rules.breaker());
        sinceNanos = new long[targets];
        Arrays.fill(sinceNanos, context.kernel.nowNanos());
        for (int target = 0; target < targets; target++) {
            judgeByLink(target);
        }
    }

    /** The passive rule of the target's link is this one now. */
    void judgeByLink(int target) {
        Health.Passive its = group.link(target).link().passive(passive);
        if (failed == null && its != null) {
            failed = new FailedTargets(pool);
            for (int other = 0; other < pool.size(); other++) {
                failed.rule(other, passive);
            }
        }
        if (failed != null) {
            failed.rule(target, its);
        }
    }

    private static OutlierEjection.Settings settings(Health.Ejection rule) {
        return new OutlierEjection.Settings(
                rule.consecutive(),
                DurationSampler.nanos(rule.base()),
                DurationSampler.nanos(rule.max()),
                rule.maxPercent(),
                rule.alwaysOne(),
                rule.minHosts(),
                rule.minRequests(),
                rule.factor());
    }

    /** Others judge from now on: nobody is excluded. */
    void end() {
        for (int target = 0; target < pool.size(); target++) {
            if (!pool.isRemoved(target)) {
                trusted(target);
            }
            for (Exclusion reason : Exclusion.values()) {
                if (pool.isExcluded(target, reason)) {
                    pool.exclude(target, reason, false);
                }
            }
        }
        pool.panic(false, false);
        pool.panic(true, false);
        if (warmUps != null) {
            warmUps.end();
        }
    }

    /** The pool has a target more, the last. */
    void added(int target) {
        sinceNanos = Arrays.copyOf(sinceNanos, target + 1);
        sinceNanos[target] = context.kernel.nowNanos();
        if (failed != null) {
            failed.added();
        }
        judgeByLink(target);
        if (breakers != null) {
            breakers.added();
        }
        if (ejection != null) {
            ejection.added();
        }
        membersChanged();
    }

    /** The target came into use while others are. */
    void startSlowly(int target) {
        if (warmUps != null) {
            sinceNanos[target] = context.kernel.nowNanos();
            warmUps.begin(target);
        }
    }

    /** What the target may have in flight of its limit, by HAProxy's slow start. */
    int limit(int target, int limit) {
        return warmUps == null ? limit : warmUps.limit(target, limit);
    }

    private void trusted(int target) {
        OutOfRotation counted = group.link(target).outOfRotation();
        if (counted != null) {
            counted.end(context.kernel.nowNanos());
        }
    }

    void removed(int target) {
        trusted(target);
        if (failed != null) {
            failed.removed(target);
        }
        if (ejection != null) {
            ejection.removed(target);
        }
        if (warmUps != null) {
            warmUps.end(target);
        }
        membersChanged();
    }

    /** How primaries and backups share the load, or null when backups serve only where no primary can. */
    @Nullable
    PriorityLevels levels() {
        return panic == null ? null : panic.levels();
    }

    /** Targets came, went, or became backups: who panics may be another now. */
    void membersChanged() {
        if (panic != null) {
            panic.count();
        }
    }

    /** A target is about to be chosen: those left out for long enough may get a request again. */
    void choosing() {
        if (failed != null && failed.any()) {
            long second = second();
            for (int target = 0; target < pool.size(); target++) {
                if (failed.has(target)) {
                    exclude(target, Exclusion.FAILURES, failed.isOut(target, second));
                }
            }
        }
        askBreakers();
    }

    /** The breakers that are not closed may let some out now. */
    private void askBreakers() {
        if (breakers != null && breakers.any()) {
            for (int target = 0; target < pool.size(); target++) {
                exclude(target, Exclusion.BREAKER, breakers.isOut(target));
            }
        }
    }

    /** A request that the target got has ended so, after so long. */
    void ended(int target, long nanos, Outcome outcome) {
        if (breakers == null || pool.isRemoved(target)) {
            return;
        }
        Boolean opened = breakers.ended(target, nanos, outcome);
        if (opened != null && opened) {
            out(target, Exclusion.BREAKER);
        } else if (opened != null) {
            back(target, Exclusion.BREAKER);
        }
    }

    /** The target gets a request; if it was left out, it gets no other one until that one has ended or the time out is over again. */
    void chosen(int target) {
        if (breakers != null) {
            breakers.chosen(target);
            askBreakers();
        }
        if (failed != null) {
            long second = second();
            failed.picked(target, second);
            if (failed.has(target)) {
                exclude(target, Exclusion.FAILURES, failed.isOut(target, second));
            }
        }
    }

    /** The target failed a request so, or not at all if null. Returns by how much its weight drops in its next turns. */
    int judged(int target, @Nullable Failure failure) {
        if (ejection != null && ejection.replied(target, failure != null, context.kernel.nowNanos())) {
            out(target, Exclusion.EJECTION);
            say("ejected " + title(target) + ", which failed too often in a row, for "
                    + TranscriptWords.time(ejection.sentenceNanos(target)));
        }
        return failed == null ? 0 : judge(failed, target, failure);
    }

    private int judge(FailedTargets failed, int target, @Nullable Failure failure) {
        if (failed.isAlone()) {
            return 0;
        }
        if (failure == null || !counted.contains(failure)) {
            if (failed.succeeded(target)) {
                back(target, Exclusion.FAILURES);
                say("took " + title(target) + " back after a request went well");
            }
            return 0;
        }
        int cost = failed.failed(target, second());
        if (failed.leavesOut(target, second())) {
            out(target, Exclusion.FAILURES);
            say("left " + title(target) + " out after "
                    + TranscriptWords.count(failed.fails(target), "failed request"));
        }
        return cost;
    }

    private long second() {
        return context.kernel.nowNanos() / SECOND_NANOS;
    }

    /** Active checks took the target out, or took it back. */
    public void checked(int target, boolean up) {
        if (up) {
            back(target, Exclusion.CHECKS);
        } else {
            out(target, Exclusion.CHECKS);
        }
    }

    /** Ejection's interval is over. */
    public void interval() {
        if (ejection != null) {
            ejection.interval(context.kernel.nowNanos(), sentenceServed, stoodOut);
        }
    }

    private void sentenceServed(int target) {
        back(target, Exclusion.EJECTION);
        say("took " + title(target) + " back after its ejection");
    }

    private void stoodOut(int target) {
        if (ejection != null) {
            out(target, Exclusion.EJECTION);
            say("ejected " + title(target) + ", which does worse than the others, for "
                    + TranscriptWords.time(ejection.sentenceNanos(target)));
        }
    }

    private void out(int target, Exclusion reason) {
        sinceNanos[target] = context.kernel.nowNanos();
        group.link(target).countOutOfRotation().begin(reason, sinceNanos[target]);
        if (warmUps != null) {
            warmUps.end(target);
        }
        exclude(target, reason, true);
    }

    private void back(int target, Exclusion reason) {
        sinceNanos[target] = context.kernel.nowNanos();
        group.link(target).countOutOfRotation().end(reason, sinceNanos[target]);
        exclude(target, reason, false);
        if (warmUps != null && reason != Exclusion.FAILURES) {
            warmUps.begin(target);
        }
    }

    private void exclude(int target, Exclusion reason, boolean on) {
        if (pool.isExcluded(target, reason) != on) {
            pool.exclude(target, reason, on);
            if (panic != null) {
                panic.healthChanged();
            }
        }
    }

    /** One of {@link TargetState}. */
    public byte view(int target) {
        if (pool.isExcluded(target, Exclusion.CHECKS)) {
            return TargetState.CHECKED_OUT;
        }
        if (pool.isExcluded(target, Exclusion.EJECTION)) {
            return TargetState.EJECTED;
        }
        if (failed != null && failed.has(target)) {
            return TargetState.FAILED_OUT;
        }
        if (breakers != null && breakers.state(target) != TargetState.IN_USE) {
            return breakers.state(target);
        }
        return pool.isWarming(target) ? TargetState.WARMING : TargetState.IN_USE;
    }

    /** Simulated nanoseconds. */
    public long sinceNanos(int target) {
        return view(target) == TargetState.BREAKER_TRIES && breakers != null
                ? breakers.sinceNanos(target)
                : sinceNanos[target];
    }

    private String title(int target) {
        return context.titles.of(pool.name(target));
    }

    private void say(String what) {
        context.transcript.say(context.titles.of(owner) + " " + what);
    }
}
