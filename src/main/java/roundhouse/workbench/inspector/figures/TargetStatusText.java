package roundhouse.workbench.inspector.figures;

import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.FigureText;

/** How a balancer sees one of its targets, in words. */
final class TargetStatusText {
    private TargetStatusText() {}

    /** At that link of the frame's topology; empty while the target is in use as usual. */
    static String of(Frame frame, int link) {
        String what = switch (frame.target[link]) {
            case TargetState.CHECKED_OUT -> "out: checks failed";
            case TargetState.FAILED_OUT -> "out: requests failed";
            case TargetState.EJECTED -> "ejected: stands out";
            case TargetState.DRAINING -> "draining";
            case TargetState.WARMING -> "slow start";
            case TargetState.BREAKER_OPEN -> "breaker open";
            case TargetState.BREAKER_TRIES -> "breaker half open";
            case TargetState.NOT_NAMED -> "not named";
            case TargetState.ADDRESS_ELSEWHERE -> "address is elsewhere";
            default -> "";
        };
        return what.isEmpty() ? "" : what + ", since " + FigureText.clock(frame.targetSinceNanos[link]);
    }
}
