package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.FigureText;

/** How a balancer sees one of its targets, in words. */
final class TargetStatusText {
    private TargetStatusText() {}

    /** At that link of the frame's topology; empty while the target is in use as usual. */
    static String of(Frame frame, int link) {
        String what = switch (frame.target[link]) {
            case TargetState.CHECKED_OUT -> text("inspector.target-checked-out");
            case TargetState.FAILED_OUT -> text("inspector.target-failed-out");
            case TargetState.EJECTED -> text("inspector.target-ejected");
            case TargetState.DRAINING -> text("inspector.target-draining");
            case TargetState.WARMING -> text("inspector.target-warming");
            case TargetState.BREAKER_OPEN -> text("inspector.target-breaker-open");
            case TargetState.BREAKER_TRIES -> text("inspector.target-breaker-tries");
            case TargetState.NOT_NAMED -> text("inspector.target-not-named");
            case TargetState.ADDRESS_ELSEWHERE -> text("inspector.target-address-elsewhere");
            default -> "";
        };
        return what.isEmpty()
                ? ""
                : text("inspector.target-since", what, FigureText.clock(frame.targetSinceNanos[link]));
    }
}
