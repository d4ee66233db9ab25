package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Node;

/** Where its edges are, what they answer, and how full they are. */
final class CdnCard implements KindCard {
    private static int edges(Node node) {
        return Math.max(1, Cdn.SETTINGS.cast(node).regions().size());
    }

    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        Cdn cdn = Cdn.SETTINGS.cast(node);
        return cdn.regions().isEmpty()
                ? CacheFiguresText.settings(cdn.cache())
                : text("canvas.edges", String.join(", ", cdn.regions()));
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return CacheFiguresText.hits(frame, index) + " · " + KindCard.super.first(node, frame, index);
    }

    @Override
    public String second(Node node, Frame frame, int index) {
        String limited = GuardText.of(node, frame);
        return limited.isEmpty() ? CacheFiguresText.held(frame, index) : limited;
    }

    @Override
    public double bar(Node node, Frame frame, int index) {
        return CacheFiguresText.filled(Cdn.SETTINGS.cast(node).cache(), edges(node), frame, index);
    }
}
