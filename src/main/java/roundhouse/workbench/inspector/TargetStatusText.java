package roundhouse.workbench.inspector;

import roundhouse.simulation.Frame;
import roundhouse.workbench.FigureText;

/** How a balancer sees one of its targets, in words. */
final class TargetStatusText {
    private TargetStatusText() {}

    /** At that link of the frame's topology; empty while the target is in use as usual. */
    static String of(Frame frame, int link) {
        String what = switch (frame.target[link]) {
            case Frame.CHECKED_OUT -> "out: checks failed";
            case Frame.FAILED_OUT -> "out: requests failed";
            case Frame.EJECTED -> "ejected: stands out";
            case Frame.DRAINING -> "draining";
            case Frame.WARMING -> "slow start";
            case Frame.ADDRESS_ELSEWHERE -> "address is elsewhere";
            default -> "";
        };
        return what.isEmpty() ? "" : what + ", since " + FigureText.clock(frame.targetSince[link]);
    }
}
