package roundhouse.simulation.targets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.health.HealthCheck;
import roundhouse.kernel.Mix;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.nodes.checking.CheckAnswer;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.parts.Health;

/**
 * The active checks of a balancer, or of whoever else judges its targets: attempts of its own over each of its links, counted as HAProxy counts them, and the beat of its outlier
 * ejection. As in HAProxy the next check begins an interval after the last one ended, answered or not, and the first ones are spread
 * over the interval in the order of the links. While the balancer is down it checks nobody; then it begins anew, with all targets
 * up and one failure from down.
 */
public final class HealthMonitor {
    /** What comes of the checks. */
    public interface Listener {
        /** Checks found out that the target at the link's end is up, or down. */
        void checked(LinkComponent target, boolean up);

        /** That was told; now what it has in hand, or what backups have, may be broken off. */
        void marked(LinkComponent target, boolean up);

        /** The interval of outlier ejection is over. */
        void ejectionInterval();

        /** Nobody waits any more for a check that is lost. */
        void release(Attempt check);

        /**
         * Words for the transcript that a target was taken out.
         *
         * @param missed so many checks in a row, the first of them begun so long ago
         * @param answered what was wrong with its answer; empty when that was nothing, or there was none
         */
        default String out(NodeComponent target, int missed, long withinNanos, String answered) {
            return "removed " + target.title() + " after " + TranscriptWords.count(missed, "missed check") + " within "
                    + TranscriptWords.time(withinNanos) + (answered.isEmpty() ? "" : "; it answered " + answered);
        }

        /** The same that it was taken back, after so many good checks in a row. */
        default String back(NodeComponent target, int good) {
            return "took " + target.title() + " back after " + TranscriptWords.count(good, "good check");
        }
    }

    /** The argument of the event that begins all checks. */
    private static final int ALL = -1;

    private final RunContext context;
    private final NodeComponent balancer;
    private final Listener listener;
    private final Health rules;
    private final Health.@Nullable Active active;
    private final CallbackHandler begin;
    private final TimeoutQueue timeouts;
    private final CallbackHandler ejection;
    private final long services;
    private final List<Checked> targets = new ArrayList<>();
    private long sent;
    private boolean begun;

    /** What is known of the target at the end of a link. */
    private static final class Checked {
        final LinkComponent link;
        HealthCheck check;
        /** The check that is on its way, or null. */
        @Nullable
        Attempt attempt;
        /** When the first of the checks that were missed in a row began; with none missed, the latest one. */
        long missedSinceNanos;
        /** Checks in a row that were missed, and that were good. */
        int missed;

        int good;
        boolean gone;

        Checked(LinkComponent link, HealthCheck check) {
            this.link = link;
            this.check = check;
        }
    }

    /** Begins with the links that are there when what happens now is over. */
    public HealthMonitor(
            RunContext context, NodeComponent balancer, Listener listener, Health rules, List<LinkComponent> links) {
        this.context = context;
        this.balancer = balancer;
        this.listener = listener;
        this.rules = rules;
        active = rules.active();
        begin = new CallbackHandler(context.kernel, balancer.id + " checks", this::begin);
        timeouts = new TimeoutQueue(
                context.kernel,
                active == null ? 0 : DurationSampler.nanos(active.timeout()),
                new CallbackHandler(context.kernel, balancer.id + " check timeouts", this::timedOut));
        ejection = new CallbackHandler(context.kernel, balancer.id + " ejection", this::interval);
        services = context.streams.hash(balancer.id, "checks");
        if (rules.ejection() != null) {
            context.kernel.schedule(DurationSampler.nanos(rules.ejection().interval()), ejection, 0);
        }
        if (active != null) {
            links.forEach(this::add);
            context.kernel.schedule(0, begin, ALL);
        }
    }

    /** There is a link more. */
    public void add(LinkComponent link) {
        if (active != null) {
            targets.add(new Checked(link, newCheck(active)));
            if (begun) {
                context.kernel.schedule(0, begin, targets.size() - 1);
            }
        }
    }

    private void beginAll(Health.Active active) {
        begun = true;
        long part = DurationSampler.nanos(active.interval()) / Math.max(1, targets.size());
        for (int i = 0; i < targets.size(); i++) {
            context.kernel.schedule(part * i, begin, i);
        }
    }

    private static HealthCheck newCheck(Health.Active active) {
        long intervalNanos = DurationSampler.nanos(active.interval());
        return new HealthCheck(new HealthCheck.Settings(
                active.rise(),
                active.fall(),
                intervalNanos,
                active.fastInterval() == null ? intervalNanos : DurationSampler.nanos(active.fastInterval()),
                active.downInterval() == null ? intervalNanos : DurationSampler.nanos(active.downInterval())));
    }

    /** The link is no target any more. */
    public void remove(LinkComponent link) {
        for (Checked target : targets) {
            if (target.link.number() == link.number() && !target.gone) {
                target.gone = true;
            }
        }
    }

    /** Whether checks say that the target at the link's end may have requests. */
    public boolean isUp(LinkComponent link) {
        for (Checked target : targets) {
            if (target.link.number() == link.number() && !target.gone) {
                return target.check.isUp();
            }
        }
        return true;
    }

    /** Stops for good. */
    public void end() {
        context.kernel.cancel(begin);
        context.kernel.cancel(ejection);
        for (int i = 0; i < targets.size(); i++) {
            abandon(i, targets.get(i));
        }
    }

    /** Whatever it knew is forgotten, the balancer having crashed; it goes on in the same beat. */
    public void forget() {
        if (active != null) {
            for (int i = 0; i < targets.size(); i++) {
                Checked target = targets.get(i);
                if (abandon(i, target)) {
                    context.kernel.schedule(DurationSampler.nanos(active.interval()), begin, i);
                }
                target.check = newCheck(active);
                target.missed = 0;
                target.good = 0;
            }
        }
    }

    /** Waits no more for the check that is on its way; whether there was one. */
    private boolean abandon(int index, Checked target) {
        Attempt attempt = target.attempt;
        if (attempt == null) {
            return false;
        }
        timeouts.disarm(index);
        leave(target, attempt);
        return true;
    }

    private void leave(Checked target, Attempt attempt) {
        target.attempt = null;
        attempt.abandoned = true;
        if (attempt.lost) {
            listener.release(attempt);
        }
    }

    private void begin(int index) {
        if (active == null) {
            return;
        }
        if (index == ALL) {
            beginAll(active);
            return;
        }
        Checked target = targets.get(index);
        if (target.gone) {
            return;
        }
        if (balancer.isDown() || balancer.isPaused()) {
            context.kernel.schedule(DurationSampler.nanos(active.interval()), begin, index);
            return;
        }
        Attempt attempt = context.attempts.take();
        attempt.check(active.probe() == Health.Probe.CONNECT, active.question());
        attempt.demands(services + Mix.mix(++sent));
        attempt.sentAtNanos = context.kernel.nowNanos();
        context.enter(attempt, balancer);
        attempt.top().tag = index;
        target.attempt = attempt;
        if (target.missed == 0) {
            target.missedSinceNanos = attempt.sentAtNanos;
        }
        timeouts.arm(index);
        target.link.send(attempt);
    }

    /** A check of its own, which was not abandoned, came back. */
    public void replied(Attempt attempt) {
        int index = (int) attempt.top().tag;
        timeouts.disarm(index);
        targets.get(index).attempt = null;
        String complaint = complaint(attempt);
        judge(index, complaint.isEmpty(), attempt.answer == null || isUsual() ? "" : complaint);
    }

    private boolean isUsual() {
        return active == null || active.question().equals(CheckQuestion.USUAL);
    }

    /** What is wrong with how a check went; empty when nothing is. */
    private String complaint(Attempt check) {
        CheckAnswer answer = check.answer;
        if (answer != null && active != null) {
            return active.question().complaint(answer);
        }
        if (check.outcome != Outcome.OK) {
            return check.outcome.key();
        }
        return check.connects || active == null ? "" : active.question().complaint(CheckAnswer.PLAIN);
    }

    private void timedOut(int index) {
        if (balancer.isPaused()) {
            // It does not look at its clock now; the reply may be there when it does.
            timeouts.arm(index);
            return;
        }
        Checked target = targets.get(index);
        Attempt attempt = target.attempt;
        if (attempt != null) {
            context.kernel.fold(attempt.number);
            leave(target, attempt);
            judge(index, false, "");
        }
    }

    /** @param answered what was wrong with its answer; empty when that was nothing, or there was none */
    private void judge(int index, boolean well, String answered) {
        Checked target = targets.get(index);
        if (target.gone) {
            return;
        }
        target.good = well ? target.good + 1 : 0;
        target.missed = well ? 0 : target.missed + 1;
        switch (well ? target.check.succeeded() : target.check.failed()) {
            case NONE -> {}
            case WENT_DOWN -> {
                listener.checked(target.link, false);
                say(listener.out(
                        target.link.to, target.missed, context.kernel.nowNanos() - target.missedSinceNanos, answered));
                listener.marked(target.link, false);
            }
            case CAME_UP -> {
                listener.checked(target.link, true);
                say(listener.back(target.link.to, target.good));
                listener.marked(target.link, true);
            }
        }
        context.kernel.schedule(target.check.intervalNanos(), begin, index);
    }

    private void interval(int ignored) {
        listener.ejectionInterval();
        if (rules.ejection() != null) {
            context.kernel.schedule(DurationSampler.nanos(rules.ejection().interval()), ejection, 0);
        }
    }

    private void say(String what) {
        context.transcript.say(balancer.title() + " " + what);
    }
}
