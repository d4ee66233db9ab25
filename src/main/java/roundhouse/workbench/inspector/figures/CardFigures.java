package roundhouse.workbench.inspector.figures;

import java.util.ArrayList;
import java.util.List;
import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.document.Selection.Item;

/** What can be asked on the canvas: what cards say beyond the inspector, and all that the inspector says. */
public final class CardFigures {
    private static final Origin OK_SHARE = of(
            "The part of the requests that ended well, of those that ended.",
            "ended well / (ended well + refused or failed + timed out), rounded down",
            "a share, 0 to 100 %",
            OriginSpan.SINCE_START,
            "it follows from what all nodes do together");
    private static final Origin TRAFFIC = of(
            "The part of the picks of all balancers before it that this target got.",
            "picks of it / picks of all targets of these balancers",
            "a share, 0 to 100 %",
            OriginSpan.SINCE_START,
            "the algorithms of the balancers decide it, and no queue's law says how often");
    private static final Origin SINCE = of(
            "When its state began, on the run's clock.",
            "the time of the command or the fault",
            "time since the start",
            OriginSpan.SETTING,
            "it is what somebody or the scenario did to it");
    private static final Origin TERM = of(
            "The newest reign of a leader that this member knows of.",
            "one more with each election that it hears of",
            "a count",
            OriginSpan.NOW,
            "how members agree depends on the order of messages");
    private static final Origin BEHIND = of(
            "What other members of its store have and this one lacks.",
            "acknowledged there − had here",
            "writes where there is a leader, else keys",
            OriginSpan.NOW,
            "how members agree depends on the order of messages");

    private CardFigures() {}

    /** Of what is selected; empty while the run knows nothing of it. */
    public static List<LiveFigure> of(Frame frame, Item item) {
        List<LiveFigure> figures = new ArrayList<>(LiveFigure.of(frame, item));
        if (item instanceof Item.NodeItem(String id)) {
            int node = PickShare.index(frame.topology, id);
            if (node >= 0) {
                figures.addAll(0, onCard(frame, node));
            }
        }
        return figures;
    }

    private static List<LiveFigure> onCard(Frame frame, int index) {
        List<LiveFigure> figures = new ArrayList<>();
        Node node = frame.topology.nodes().get(index);
        if (frame.condition[index] != NodeState.UP) {
            String state = frame.condition[index] == NodeState.DOWN ? "Down since" : "Disturbed since";
            figures.add(new LiveFigure(state, FigureText.clock(frame.sinceNanos[index]), SINCE));
        }
        long ended = frame.ok[index] + frame.bad[index] + frame.timedOut[index];
        if (node instanceof Clients && ended > 0) {
            double part = Math.floor(1000.0 * frame.ok[index] / ended) / 1000;
            figures.add(new LiveFigure("Ended well, share", FigureText.percent(part), OK_SHARE));
        }
        if (frame.share[index] > 0) {
            figures.add(new LiveFigure("Share of traffic", FigureText.percent(frame.share[index]), TRAFFIC));
        }
        for (StoreReport store : frame.stores) {
            for (StoreReport.Member member : store.members()) {
                if (member.id().equals(node.id())) {
                    if (store.hasLeaders()) {
                        figures.add(new LiveFigure("Term", FigureText.count(member.term()), TERM));
                    }
                    figures.add(new LiveFigure("Behind", FigureText.count(member.behind()), BEHIND));
                }
            }
        }
        return figures;
    }

    private static Origin of(String what, String formula, String unit, OriginSpan span, String noTheory) {
        return Origin.of(
                what,
                formula,
                unit,
                "all that happened there",
                span,
                "Requests that people would not have sent because the system was slow before.",
                noTheory);
    }
}
