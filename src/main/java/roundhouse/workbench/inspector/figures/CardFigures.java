package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

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
            text("inspector.ok-share-origin"),
            text("inspector.ok-share-formula"),
            text("inspector.unit-share"),
            OriginSpan.SINCE_START,
            text("inspector.ok-share-no-theory"));
    private static final Origin TRAFFIC = of(
            text("inspector.traffic-origin"),
            text("inspector.traffic-formula"),
            text("inspector.unit-share"),
            OriginSpan.SINCE_START,
            text("inspector.traffic-no-theory"));
    private static final Origin SINCE = of(
            text("inspector.since-origin"),
            text("inspector.since-formula"),
            text("inspector.unit-since-start"),
            OriginSpan.SETTING,
            text("inspector.since-no-theory"));
    private static final Origin TERM = of(
            text("inspector.term-origin"),
            text("inspector.term-formula"),
            text("inspector.unit-count"),
            OriginSpan.NOW,
            text("inspector.members-no-theory"));
    private static final Origin BEHIND = of(
            text("inspector.behind-origin"),
            text("inspector.behind-formula"),
            text("inspector.behind-unit"),
            OriginSpan.NOW,
            text("inspector.members-no-theory"));

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
            String state = frame.condition[index] == NodeState.DOWN
                    ? text("inspector.down-since")
                    : text("inspector.disturbed-since");
            figures.add(new LiveFigure(state, FigureText.clock(frame.sinceNanos[index]), SINCE));
        }
        long ended = frame.ok[index] + frame.bad[index] + frame.timedOut[index];
        if (node instanceof Clients && ended > 0) {
            double part = Math.floor(1000.0 * frame.ok[index] / ended) / 1000;
            figures.add(new LiveFigure(text("inspector.ended-well-share"), FigureText.percent(part), OK_SHARE));
        }
        if (frame.share[index] > 0) {
            figures.add(new LiveFigure(
                    text("inspector.share-of-traffic"), FigureText.percent(frame.share[index]), TRAFFIC));
        }
        for (StoreReport store : frame.stores) {
            for (StoreReport.Member member : store.members()) {
                if (member.id().equals(node.id())) {
                    if (store.hasLeaders()) {
                        figures.add(new LiveFigure(text("inspector.term"), FigureText.count(member.term()), TERM));
                    }
                    figures.add(new LiveFigure(text("inspector.behind"), FigureText.count(member.behind()), BEHIND));
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
                text("inspector.card-inputs"),
                span,
                text("inspector.not-modelled-demand"),
                noTheory);
    }
}
