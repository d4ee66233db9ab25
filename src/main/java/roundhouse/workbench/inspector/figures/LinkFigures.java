package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.FigureText;

/** The live figures of a link: what goes over it, and what is wrong with it since when. */
final class LinkFigures {
    private LinkFigures() {}

    /** Empty while the frame's topology has no such link. */
    static List<LiveFigure> of(Frame frame, String from, String to) {
        List<Link> links = frame.topology.links();
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).from().equals(from) && links.get(i).to().equals(to)) {
                return of(frame, i);
            }
        }
        return List.of();
    }

    private static List<LiveFigure> of(Frame frame, int link) {
        List<LiveFigure> figures = new ArrayList<>();
        if (!frame.topology.links().get(link).isHeartbeat()) {
            figures.add(
                    new LiveFigure(text("inspector.rate"), FigureText.rate(frame.linkRate[link]), LinkOrigins.RATE));
        }
        byte condition = frame.linkCondition[link];
        String cut = switch (condition) {
            case LinkState.CUT -> text("inspector.cut-both-ways");
            case LinkState.REQUESTS_CUT -> text("inspector.cut-requests");
            case LinkState.REPLIES_CUT -> text("inspector.cut-replies");
            default -> "";
        };
        if (!cut.isEmpty()) {
            figures.add(new LiveFigure(text("inspector.link-cut"), cut, LinkOrigins.CONDITION));
        }
        if (frame.linkLoss[link] > 0) {
            figures.add(new LiveFigure(
                    text("inspector.link-lost"), FigureText.percent(frame.linkLoss[link]), LinkOrigins.LOSS));
        }
        if (frame.linkDelayNanos[link] > 0 || frame.linkJitterNanos[link] > 0) {
            figures.add(new LiveFigure(
                    text("inspector.link-delayed"),
                    FigureText.delay(frame.linkDelayNanos[link], frame.linkJitterNanos[link]),
                    LinkOrigins.DELAY));
        }
        if (condition != LinkState.SOUND) {
            String since = text(
                    condition == LinkState.LOSSY
                            ? "inspector.losing-since"
                            : condition == LinkState.DELAYED ? "inspector.delayed-since" : "inspector.cut-since");
            figures.add(new LiveFigure(since, FigureText.clock(frame.linkSinceNanos[link]), LinkOrigins.SINCE));
        }
        byte target = frame.target[link];
        if (target == TargetState.BREAKER_OPEN || target == TargetState.BREAKER_TRIES) {
            figures.add(new LiveFigure(
                    text("inspector.breaker"),
                    target == TargetState.BREAKER_OPEN
                            ? text("inspector.breaker-open")
                            : text("inspector.breaker-half-open"),
                    LinkOrigins.BREAKER));
            figures.add(new LiveFigure(
                    text("inspector.breaker-since"),
                    FigureText.clock(frame.targetSinceNanos[link]),
                    LinkOrigins.SINCE));
        }
        return figures;
    }
}
