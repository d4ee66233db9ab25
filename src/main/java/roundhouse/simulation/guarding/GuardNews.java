package roundhouse.simulation.guarding;

import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;

/** Says in the transcript when one limit begins to turn requests away, and what it did when it has not for a while. */
final class GuardNews {
    private static final long QUIET_NANOS = 5_000_000_000L;

    private final RunContext context;
    private final Component node;
    private final GuardRule rule;
    private final CallbackHandler look;
    private boolean active;
    private long sinceNanos;
    private long lastNanos;
    private long turnedAwayBefore;
    private long attacksBefore;

    GuardNews(RunContext context, Component node, GuardRule rule) {
        this.context = context;
        this.node = node;
        this.rule = rule;
        look = new CallbackHandler(context.kernel, node.id + " limits", _ -> look());
    }

    /** Is about to turn a request away of that key, in words. */
    void turnsAway(String whose) {
        lastNanos = context.kernel.nowNanos();
        if (active) {
            return;
        }
        active = true;
        sinceNanos = lastNanos;
        turnedAwayBefore = rule.figures.turnedAway;
        attacksBefore = rule.figures.attacksTurnedAway;
        say("turns requests away" + (whose.isEmpty() ? "" : ", first of " + whose));
        context.kernel.schedule(QUIET_NANOS, look, 0);
    }

    boolean isActive() {
        return active;
    }

    private void look() {
        long quietAtNanos = lastNanos + QUIET_NANOS;
        long nowNanos = context.kernel.nowNanos();
        if (nowNanos < quietAtNanos) {
            context.kernel.schedule(quietAtNanos - nowNanos, look, 0);
            return;
        }
        active = false;
        long attacks = rule.figures.attacksTurnedAway - attacksBefore;
        say("turned away "
                + TranscriptWords.count(rule.figures.turnedAway - turnedAwayBefore, "request")
                + (lastNanos == sinceNanos ? "" : " in " + TranscriptWords.time(lastNanos - sinceNanos))
                + (attacks == 0 ? "" : ", " + attacks + " of them of an attack")
                + "; none for " + TranscriptWords.time(QUIET_NANOS));
    }

    private void say(String what) {
        context.transcript.say(context.titles.of(node.id) + ": limit " + rule.title() + " " + what);
    }
}
