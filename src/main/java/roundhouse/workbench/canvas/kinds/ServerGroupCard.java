package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;

/** What each of a group's servers is, and what they do together. */
final class ServerGroupCard implements KindCard {
    private static final ServerCard EACH = new ServerCard();

    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        return text("canvas.each", EACH.subtitle(ServerGroup.SETTINGS.cast(node).server(), leastWeight, mostWeight));
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return EACH.first(ServerGroup.SETTINGS.cast(node).server(), frame, index);
    }

    @Override
    public String second(Node node, Frame frame, int index) {
        return EACH.second(ServerGroup.SETTINGS.cast(node).server(), frame, index);
    }
}
