package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.workbench.FigureText;

/**
 * One of a group's servers on the canvas.
 *
 * @param state {@code serving}, {@code starting}, {@code draining} or {@code down}: a style, and a word
 * @param figures what it does, in words
 */
record MemberMark(String id, String state, String figures) {
    /** Of the node at that place of the frame; empty for what is no group, or while the run knows nothing of it. */
    static List<MemberMark> of(Node node, Frame frame, int index) {
        GroupReport group = node instanceof ServerGroup ? frame.groups.get(node.id()) : null;
        if (group == null || index < 0) {
            return List.of();
        }
        List<MemberMark> marks = new ArrayList<>();
        for (Frame.Member member : frame.members) {
            if (member.node() == index) {
                marks.add(of(member, group));
            }
        }
        return List.copyOf(marks);
    }

    private static MemberMark of(Frame.Member member, GroupReport group) {
        String busy = Math.round(100 * member.utilization()) + " %";
        if (group.starting().contains(member.id())) {
            return new MemberMark(member.id(), "starting", "starting");
        }
        if (member.condition() == NodeState.DOWN) {
            return new MemberMark(member.id(), "down", "down");
        }
        if (group.draining().contains(member.id())) {
            return new MemberMark(
                    member.id(), "draining", text("canvas.draining-in-flight", FigureText.count(member.inFlight())));
        }
        return new MemberMark(member.id(), "serving", FigureText.rate(Math.rint(member.rate())) + ", " + busy);
    }
}
