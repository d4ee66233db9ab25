package roundhouse.workbench.canvas.kinds;

import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Node;

/** How a shared cache decides, what it answers, and how full it is. */
final class CacheCard implements KindCard {
    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        return CacheFiguresText.settings(CacheNode.SETTINGS.cast(node).cache());
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return CacheFiguresText.hits(frame, index) + " · " + KindCard.super.first(node, frame, index);
    }

    @Override
    public String second(Node node, Frame frame, int index) {
        return CacheFiguresText.held(frame, index);
    }

    @Override
    public double bar(Node node, Frame frame, int index) {
        return CacheFiguresText.filled(CacheNode.SETTINGS.cast(node).cache(), 1, frame, index);
    }
}
