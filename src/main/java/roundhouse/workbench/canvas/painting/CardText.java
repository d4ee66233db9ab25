package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.ScalingFinding;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.prices.MoneyText;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.kinds.KindCard;
import roundhouse.workbench.canvas.kinds.MemberText;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.texts.Texts;

/**
 * What stands on a node's card.
 *
 * @param role of a load balancer, as frames have it
 * @param alarm whether the status names something that feeds itself: a retry storm, a stampede, what goes wrong with scaling
 * @param excess whether the status says that there is more than is needed, which costs and hurts nobody
 * @param status beside the mark; empty while all is well
 * @param busy the bar, 0 to 1; negative for none
 */
record CardText(
        String title,
        String subtitle,
        byte condition,
        byte role,
        boolean alarm,
        boolean excess,
        String status,
        double busy,
        String first,
        String second) {

    /**
     * @param drawn the node's index in the drawing
     * @param index its index in the frame, or -1 while the run knows nothing of it
     */
    static CardText of(Drawing drawing, int drawn, Frame frame, int index) {
        Node node = drawing.node(drawn);
        GroupReport group = frame.groups.get(node.id());
        int count = group == null ? node.count() : group.wanted();
        String title = !node.standsForOthers() ? node.title() : node.title() + " × " + count;
        byte condition = index < 0 ? NodeState.UP : frame.condition[index];
        KindCard card = PaletteKind.card(node);
        String subtitle = card.subtitle(node, drawing.leastWeight(drawn), drawing.mostWeight(drawn));
        if (index < 0) {
            double busy = node.isMachine() ? 0 : -1;
            return new CardText(
                    title, subtitle, condition, PairRole.ALONE, false, false, "", busy, "", card.idle(node));
        }
        if (frame.live) {
            subtitle = card.real(subtitle);
        }
        byte role = frame.role[index];
        if (condition == NodeState.DOWN) {
            return new CardText(
                    title,
                    subtitle,
                    condition,
                    role,
                    frame.storm[index],
                    false,
                    "down",
                    0,
                    text("canvas.crashed-at", FigureText.clock(frame.sinceNanos[index])),
                    crash(frame, index));
        }
        if (condition != NodeState.UP) {
            subtitle = text("canvas.since", wrong(frame, index), FigureText.clock(frame.sinceNanos[index]));
        } else if (frame.cost[index] > 0) {
            // First, as there is not always room for both.
            subtitle = MoneyText.perHour(frame.cost[index]) + " · " + subtitle;
        }
        return new CardText(
                title,
                subtitle,
                condition,
                role,
                frame.storm[index] || frame.data.stampede[index] || isInTrouble(group),
                group != null && group.lasting() == ScalingFinding.OVERSHOOT,
                frame.storm[index]
                        ? text("canvas.retry-storm")
                        : frame.data.stampede[index] ? "stampede" : status(node, frame, index),
                card.bar(node, frame, index),
                card.first(node, frame, index),
                card.second(node, frame, index));
    }

    private static boolean isInTrouble(@Nullable GroupReport group) {
        return group != null && group.lasting() != null && group.lasting() != ScalingFinding.OVERSHOOT;
    }

    private static String crash(Frame frame, int index) {
        if (frame.sessionsLost[index] > 0) {
            return text("canvas.sessions-lost", FigureText.count(frame.sessionsLost[index]));
        }
        if (frame.data.lostHere[index] > 0) {
            return text("canvas.writes-lost-for-good", FigureText.count(frame.data.lostHere[index]));
        }
        if (frame.hanging[index] > 0) {
            return Texts.text(
                    frame.hanging[index] == 1 ? "canvas.one-hangs-here" : "canvas.requests-hang-here",
                    FigureText.count(frame.hanging[index]));
        }
        return switch (frame.crash[index]) {
            case null -> "";
            case REFUSE -> text("canvas.did-not-succeed", FigureText.count(frame.bad[index]));
            case BLACK_HOLE -> text("canvas.does-not-answer");
            case AFTER_ACCEPT -> text("canvas.accepts-never-answers");
        };
    }

    private static String status(Node node, Frame frame, int index) {
        byte role = frame.role[index];
        List<Frame.Member> members =
                frame.members.stream().filter(member -> member.node() == index).toList();
        GroupReport group = frame.groups.get(node.id());
        if (group != null && group.lasting() != null) {
            return group.lasting().word();
        }
        if (group != null && !group.starting().isEmpty()) {
            return text("canvas.starting", group.starting().size());
        }
        if (group != null && !group.draining().isEmpty()) {
            return text("canvas.draining", group.draining().size());
        }
        long well = members.stream()
                .filter(member -> member.condition() == NodeState.UP)
                .count();
        if (well < members.size()) {
            return text("canvas.of-well", well, members.size());
        }
        return switch (frame.condition[index]) {
            case NodeState.SLOW -> "slow";
            case NodeState.PAUSED -> "paused";
            case NodeState.FAULTY -> "errors";
            default ->
                role == PairRole.ACTIVE
                        ? "active"
                        : role == PairRole.STANDBY ? "standby" : MemberText.role(node, frame);
        };
    }

    private static String wrong(Frame frame, int index) {
        return switch (frame.condition[index]) {
            case NodeState.PAUSED -> "paused";
            case NodeState.FAULTY ->
                Texts.text(
                        frame.checksOnly[index] ? "canvas.share-of-checks-fails" : "canvas.share-fails",
                        Math.round(100 * frame.errorRate[index]));
            default -> "×" + FigureText.number(Math.rint(100 * frame.slowFactor[index]) / 100);
        };
    }

    /** The whole card in words, for a screen reader. */
    String spoken() {
        String state = switch (condition) {
            case NodeState.DOWN -> "down";
            case NodeState.SLOW -> "slow";
            case NodeState.PAUSED -> "paused";
            case NodeState.FAULTY -> text("canvas.answering-with-errors");
            default -> role == PairRole.ACTIVE ? "active" : role == PairRole.STANDBY ? "standby" : "up";
        };
        StringBuilder text =
                new StringBuilder(title).append(", ").append(state).append(", ").append(subtitle);
        if (busy >= 0) {
            text.append(", ").append(text("canvas.so-busy", Math.round(busy * 100)));
        }
        if (alarm) {
            boolean scales = Arrays.stream(ScalingFinding.values())
                    .map(ScalingFinding::word)
                    .anyMatch(status::equals);
            String trouble = condition == NodeState.DOWN ? text("canvas.retry-storm") : status;
            text.append(", ").append(scales ? trouble : text("canvas.in-a", trouble));
        }
        if (!first.isEmpty()) {
            text.append(", ").append(first);
        }
        if (!second.isEmpty()) {
            text.append(", ").append(second);
        }
        return text.toString();
    }
}
