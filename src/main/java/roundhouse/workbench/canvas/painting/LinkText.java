package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.FigureText;

/**
 * What a link says of itself while it runs.
 *
 * @param words empty while there is nothing to say
 * @param cut nothing gets through, in one direction at least
 * @param wrong delayed or losing, or its target is left out
 * @param unused the address at its end is at another balancer now
 */
record LinkText(String words, boolean cut, boolean wrong, boolean unused) {
    private static final LinkText NOTHING = new LinkText("", false, false, false);
    private static final LinkText UNUSED = new LinkText("", false, false, true);
    private static final LinkText HEARTBEAT = new LinkText("heartbeat", false, false, false);

    /**
     * @param index the link's index in the frame, or -1 while the run knows nothing of it
     * @param split whether both balancers of its pair are active
     * @param standby whether the balancer at one of its ends stands by, so that it carries no requests now
     */
    static LinkText of(Link link, Frame frame, int index, boolean split, boolean standby) {
        LinkText text = of(link, frame, index);
        if (standby && !link.isHeartbeat() && text.plain()) {
            return UNUSED;
        }
        return split
                ? new LinkText(
                        text.cut() ? text("canvas.split-brain", text.words()) : text("canvas.split-brain-2"),
                        text.cut(),
                        true,
                        false)
                : text;
    }

    private static LinkText of(Link link, Frame frame, int index) {
        LinkText usual = link.isHeartbeat() ? HEARTBEAT : NOTHING;
        if (index < 0) {
            return usual;
        }
        String since = " " + FigureText.clock(frame.linkSinceNanos[index]);
        return switch (frame.linkCondition[index]) {
            case LinkState.CUT -> cut("cut" + since);
            case LinkState.REQUESTS_CUT -> cut(text("canvas.requests-cut", since));
            case LinkState.REPLIES_CUT -> cut(text("canvas.replies-cut", since));
            case LinkState.LOSSY -> wrong(text("canvas.lost", FigureText.percent(frame.linkLoss[index])));
            case LinkState.DELAYED ->
                wrong(FigureText.delay(frame.linkDelayNanos[index], frame.linkJitterNanos[index]));
            default -> target(frame.target[index], usual);
        };
    }

    private static LinkText target(byte target, LinkText usual) {
        return switch (target) {
            case TargetState.CHECKED_OUT -> wrong(text("canvas.out-checks-failed"));
            case TargetState.FAILED_OUT -> wrong(text("canvas.out-requests-failed"));
            case TargetState.EJECTED -> wrong(text("canvas.out-ejected"));
            case TargetState.DRAINING -> new LinkText("draining", false, false, false);
            case TargetState.WARMING -> new LinkText(text("canvas.warming-up"), false, false, false);
            case TargetState.BREAKER_OPEN -> wrong(text("canvas.breaker-open"));
            case TargetState.BREAKER_TRIES -> new LinkText(text("canvas.breaker-half-open"), false, false, false);
            case TargetState.NOT_NAMED -> new LinkText(text("canvas.not-named"), false, false, true);
            case TargetState.ADDRESS_ELSEWHERE -> UNUSED;
            default -> usual;
        };
    }

    private static LinkText cut(String words) {
        return new LinkText(words, true, false, false);
    }

    private static LinkText wrong(String words) {
        return new LinkText(words, false, true, false);
    }

    /** Whether the line is drawn like any other. */
    boolean plain() {
        return equals(NOTHING);
    }
}
