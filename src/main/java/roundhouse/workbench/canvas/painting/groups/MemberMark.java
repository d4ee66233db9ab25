package roundhouse.workbench.canvas.painting.groups;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.workbench.FigureText;

/**
 * One of a group's servers on the canvas.
 *
 * @param title what it is called
 * @param state {@code serving}, {@code starting}, {@code draining} or {@code down}: a style, and a word
 * @param busy its cores, 0 to 1
 * @param figures what it does, in words
 * @param waiting what is there and waits; empty where nothing can
 */
public record MemberMark(String id, String title, String state, double busy, String figures, String waiting) {
    /** Of the node at that place of the frame; empty for what is no group, or while the run knows nothing of it. */
    public static List<MemberMark> of(Node node, Frame frame, int index) {
        GroupReport group = node instanceof ServerGroup ? frame.groups.get(node.id()) : null;
        if (group == null || index < 0) {
            return List.of();
        }
        List<MemberMark> marks = new ArrayList<>();
        for (Frame.Member member : frame.members) {
            if (member.node() == index) {
                String title = node.title() + member.id().substring(node.id().length());
                marks.add(of(member, title, group));
            }
        }
        return List.copyOf(marks);
    }

    /** One of which the run knows nothing yet. */
    static MemberMark unknown(String id) {
        return new MemberMark(id, id, "serving", 0, "", "");
    }

    /** The server in words, for a screen reader. */
    public String spoken() {
        return Stream.of(title, figures, waiting)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static MemberMark of(Frame.Member member, String title, GroupReport group) {
        String waiting = text(
                "canvas.member-in-flight-queue", FigureText.count(member.inFlight()), FigureText.count(member.queue()));
        String busy = Math.round(100 * member.utilization()) + " %";
        if (group.starting().contains(member.id())) {
            return new MemberMark(member.id(), title, "starting", 0, "starting", "");
        }
        if (member.condition() == NodeState.DOWN) {
            return new MemberMark(member.id(), title, "down", 0, "down", waiting);
        }
        if (group.draining().contains(member.id())) {
            return new MemberMark(
                    member.id(),
                    title,
                    "draining",
                    member.utilization(),
                    text("canvas.draining-in-flight", FigureText.count(member.inFlight())),
                    waiting);
        }
        return new MemberMark(
                member.id(),
                title,
                "serving",
                member.utilization(),
                FigureText.rate(Math.rint(member.rate())) + ", " + busy,
                waiting);
    }
}
