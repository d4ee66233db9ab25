package roundhouse.simulation.observing;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.Errand;

/** Notes the {@link JourneySteps} of a sample of what travels, the last ones in a ring. Noting one allocates nothing. */
final class JourneyRecorder {
    private static final int MASK = JourneySteps.KEPT - 1;
    /** No node stands for several, until frames are folded. */
    private static final int NONE = -1;

    private final JourneySteps ring = new JourneySteps();
    private final @Nullable Component[] links = new Component[JourneySteps.KEPT];
    private final @Nullable Component[] servers = new Component[JourneySteps.KEPT];
    private long noted;

    void sample(long requestsOneIn, long othersOneIn) {
        ring.requestsOneIn = requestsOneIn;
        ring.othersOneIn = othersOneIn;
    }

    /** Clients began a request. */
    void began() {
        ring.requests++;
    }

    private boolean follows(Attempt attempt) {
        return attempt.request != 0
                ? JourneySteps.has(ring.requestsOneIn, attempt.request)
                : JourneySteps.has(ring.othersOneIn, attempt.number);
    }

    void departed(Attempt attempt) {
        boolean other = attempt.request == 0;
        if (other && (!attempt.replying || attempt.purpose.isOneWay())) {
            ring.others++;
        }
        if (!follows(attempt)) {
            return;
        }
        int at = note(JourneySteps.DEPARTS, attempt, attempt.departedAtNanos);
        long takesNanos = attempt.arrivesAtNanos - attempt.departedAtNanos;
        boolean arrives = attempt.lostAtNanos >= attempt.arrivesAtNanos;
        links[at] = attempt.link;
        servers[at] = attempt.server;
        ring.back[at] = attempt.replying;
        ring.last[at] = attempt.purpose.isOneWay() || (attempt.replying && (other || attempt.isAtClient()));
        ring.kind[at] = FrameWriter.kind(attempt);
        ring.errand[at] = Errand.of(attempt);
        ring.takesNanos[at] = takesNanos;
        ring.lostAfter[at] =
                arrives ? 1 : (float) ((double) (attempt.lostAtNanos - attempt.departedAtNanos) / takesNanos);
    }

    void messaged(
            long message,
            Component link,
            boolean back,
            long departsNanos,
            long takesNanos,
            float lostAfter,
            boolean last) {
        long journey = -message;
        ring.others += last ? 1 : 0;
        if (JourneySteps.has(ring.othersOneIn, journey)) {
            int at = note(JourneySteps.DEPARTS, journey, 0, departsNanos);
            ring.ageNanos[at] = 0;
            links[at] = link;
            servers[at] = null;
            ring.back[at] = back;
            ring.last[at] = last;
            ring.kind[at] = HopKind.MESSAGE;
            ring.errand[at] = Errand.INVALIDATION;
            ring.takesNanos[at] = takesNanos;
            ring.lostAfter[at] = lostAfter;
        }
    }

    void messageLost(long message, long nowNanos) {
        if (JourneySteps.has(ring.othersOneIn, -message)) {
            note(JourneySteps.LOST, -message, 0, nowNanos);
        }
    }

    void lost(Attempt attempt, long nowNanos) {
        if (follows(attempt)) {
            note(JourneySteps.LOST, attempt, nowNanos);
        }
    }

    void givenUp(Attempt attempt, long nowNanos) {
        if (follows(attempt)) {
            note(JourneySteps.GIVEN_UP, attempt, nowNanos);
        }
    }

    private int note(byte what, Attempt attempt, long nowNanos) {
        int at = note(what, whole(attempt).number, attempt.request, nowNanos);
        ring.ageNanos[at] = nowNanos - attempt.sentAtNanos;
        return at;
    }

    private int note(byte what, long journey, long number, long timeNanos) {
        int at = (int) noted++ & MASK;
        ring.what[at] = what;
        ring.journey[at] = journey;
        ring.number[at] = number;
        ring.timeNanos[at] = timeNanos;
        return at;
    }

    /** The attempt that a part is of, or itself. */
    static Attempt whole(Attempt attempt) {
        Attempt whole = attempt;
        while (whole.whole != null) {
            whole = whole.whole;
        }
        return whole;
    }

    void write(JourneySteps steps) {
        steps.requestsOneIn = ring.requestsOneIn;
        steps.othersOneIn = ring.othersOneIn;
        steps.requests = ring.requests;
        steps.others = ring.others;
        steps.count = (int) Math.min(noted, JourneySteps.KEPT);
        steps.before = noted - steps.count;
        for (int i = 0; i < steps.count; i++) {
            int at = (int) (steps.before + i) & MASK;
            steps.what[i] = ring.what[at];
            steps.journey[i] = ring.journey[at];
            steps.number[i] = ring.number[at];
            steps.timeNanos[i] = ring.timeNanos[at];
            steps.link[i] = index(links[at]);
            steps.fromMember[i] = NONE;
            steps.toMember[i] = NONE;
            steps.back[i] = ring.back[at];
            steps.last[i] = ring.last[at];
            steps.kind[i] = ring.kind[at];
            steps.errand[i] = ring.errand[at];
            steps.server[i] = index(servers[at]);
            steps.takesNanos[i] = ring.takesNanos[at];
            steps.lostAfter[i] = ring.lostAfter[at];
            steps.ageNanos[i] = ring.ageNanos[at];
        }
    }

    private static int index(@Nullable Component component) {
        return component == null ? Component.GONE : component.index;
    }
}
