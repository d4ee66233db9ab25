package roundhouse.simulation.targets;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import roundhouse.health.OutlierEjection;
import roundhouse.health.PanicThreshold;
import roundhouse.health.PassiveFailures;
import roundhouse.health.SlowStart;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Pool.Exclusion;
import roundhouse.simulation.components.OutOfRotation;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.nodes.parts.Health;

/**
 * Who of a balancer's pool is in health: it is told of checks and of requests, marks the pool, and says so in the transcript.
 *
 * <p>Passive failures, as nginx counts them, are refusals, failures and timeouts of the balancer's own; a request shed on purpose is
 * an answer. Ejection, as Envoy judges, counts every outcome but OK as an error, as Envoy does every status from 500 on. A
 * panic disregards all of it, for primaries and backups as Envoy's two levels of priority, and before it comes to that the
 * {@link PriorityLevels} share the load. Who comes back after checks or from an
 * ejection starts slowly; who was left out for failures does not, as in nginx.
 */
public final class TargetHealth {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final RunContext engine;
    private final String owner;
    private final TargetGroup group;
    private final Pool pool;
    private final @Nullable PassiveFailures passive;
    private final @Nullable OutlierEjection ejection;
    private final @Nullable PanicWatch panic;
    private final @Nullable WarmUps warmUps;
    private final IntConsumer sentenceServed = this::sentenceServed;
    private final IntConsumer stoodOut = this::stoodOut;
    /** For each target since when it is as it is now. */
    private long[] sinceNanos;
    /** Those that failures keep out, until a request goes well there. */
    private boolean[] failing;

    private int failingCount;

    TargetHealth(RunContext engine, String owner, TargetGroup group, Health rules) {
        this.engine = engine;
        this.owner = owner;
        this.group = group;
        this.pool = group.pool();
        int targets = pool.size();
        Health.Passive failures = rules.passive();
        passive = failures == null
                ? null
                : new PassiveFailures(
                        targets, failures.maxFails(), failures.failTimeout().toSeconds());
        Health.Ejection outliers = rules.ejection();
        ejection = outliers == null ? null : new OutlierEjection(targets, settings(outliers));
        panic = rules.panic() == 0
                ? null
                : new PanicWatch(
                        pool,
                        new PanicThreshold(rules.panic(), PanicThreshold.ENVOY.overprovisioning()),
                        engine.streams.of(owner, "levels of " + group.name()),
                        this::say);
        warmUps = rules.slowStart().isZero()
                ? null
                : new WarmUps(engine, owner, pool, new SlowStart((int)
                        rules.slowStart().toSeconds()));
        sinceNanos = new long[targets];
        failing = new boolean[targets];
        Arrays.fill(sinceNanos, engine.kernel.nowNanos());
    }

    private static OutlierEjection.Settings settings(Health.Ejection rule) {
        return new OutlierEjection.Settings(
                rule.consecutive(),
                DurationSampler.nanos(rule.base()),
                DurationSampler.nanos(rule.max()),
                rule.maxPercent(),
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
        failing = Arrays.copyOf(failing, target + 1);
        sinceNanos[target] = engine.kernel.nowNanos();
        if (passive != null) {
            passive.reserve(target + 1);
        }
        if (ejection != null) {
            ejection.added();
        }
        membersChanged();
    }

    private void trusted(int target) {
        OutOfRotation counted = group.link(target).outOfRotation();
        if (counted != null) {
            counted.end(engine.kernel.nowNanos());
        }
    }

    void removed(int target) {
        trusted(target);
        if (failing[target]) {
            failing[target] = false;
            failingCount--;
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

    /** A target is about to be chosen: those left out for long enough may be tried again. */
    void choosing() {
        if (passive != null && failingCount > 0) {
            long second = second();
            for (int target = 0; target < failing.length; target++) {
                if (failing[target]) {
                    exclude(target, Exclusion.FAILURES, passive.isOut(target, second));
                }
            }
        }
    }

    /** The target gets a request; if it was left out, this one alone tries it. */
    void chosen(int target) {
        if (passive != null) {
            long second = second();
            passive.picked(target, second);
            if (failing[target]) {
                exclude(target, Exclusion.FAILURES, passive.isOut(target, second));
            }
        }
    }

    /** The target made that of a request. Returns by how much its weight drops in its next turns. */
    int judged(int target, Outcome outcome) {
        if (ejection != null && ejection.replied(target, outcome != Outcome.OK, engine.kernel.nowNanos())) {
            out(target, Exclusion.EJECTION);
            say("ejected " + pool.name(target) + ", which failed too often in a row, for "
                    + TranscriptWords.time(ejection.sentenceNanos(target)));
        }
        return passive == null ? 0 : judge(passive, target, outcome);
    }

    private int judge(PassiveFailures passive, int target, Outcome outcome) {
        if (isAlone()) {
            return 0;
        }
        if (outcome == Outcome.OK || outcome == Outcome.REJECTED) {
            if (passive.succeeded(target) && failing[target]) {
                failing[target] = false;
                failingCount--;
                back(target, Exclusion.FAILURES);
                say("took " + pool.name(target) + " back after a request went well");
            }
            return 0;
        }
        int cost = passive.failed(target, pool.weight(target), second());
        if (!failing[target] && passive.isOut(target, second())) {
            failing[target] = true;
            failingCount++;
            out(target, Exclusion.FAILURES);
            say("left " + pool.name(target) + " out after "
                    + TranscriptWords.count(passive.fails(target), "failed request"));
        }
        return cost;
    }

    /** nginx never takes out the only target there is. */
    private boolean isAlone() {
        int targets = 0;
        for (int target = 0; target < pool.size(); target++) {
            targets += pool.isRemoved(target) ? 0 : 1;
        }
        return targets == 1;
    }

    private long second() {
        return engine.kernel.nowNanos() / SECOND_NANOS;
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
            ejection.interval(engine.kernel.nowNanos(), sentenceServed, stoodOut);
        }
    }

    private void sentenceServed(int target) {
        back(target, Exclusion.EJECTION);
        say("took " + pool.name(target) + " back after its ejection");
    }

    private void stoodOut(int target) {
        if (ejection != null) {
            out(target, Exclusion.EJECTION);
            say("ejected " + pool.name(target) + ", which does worse than the others, for "
                    + TranscriptWords.time(ejection.sentenceNanos(target)));
        }
    }

    private void out(int target, Exclusion reason) {
        sinceNanos[target] = engine.kernel.nowNanos();
        group.link(target).countOutOfRotation().begin(reason, sinceNanos[target]);
        if (warmUps != null) {
            warmUps.end(target);
        }
        exclude(target, reason, true);
    }

    private void back(int target, Exclusion reason) {
        sinceNanos[target] = engine.kernel.nowNanos();
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
        if (failing[target]) {
            return TargetState.FAILED_OUT;
        }
        return pool.isWarming(target) ? TargetState.WARMING : TargetState.IN_USE;
    }

    /** Simulated nanoseconds. */
    public long sinceNanos(int target) {
        return sinceNanos[target];
    }

    private void say(String what) {
        engine.transcript.say(owner + " " + what);
    }
}
