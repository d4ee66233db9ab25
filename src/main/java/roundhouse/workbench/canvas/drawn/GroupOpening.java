package roundhouse.workbench.canvas.drawn;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.arranging.Arrangement;
import roundhouse.arranging.GroupFrame;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.OpenedGroups;
import roundhouse.workbench.canvas.model.Snap;
import roundhouse.workbench.document.Selection.Item;

/**
 * Opens a group of servers, so that it stands as a frame around them, and collapses it again to one card. What stands where the frame
 * comes makes room: what is lower goes down, and what is further right goes right.
 */
public final class GroupOpening {
    private static final double GAP = 28;

    private final CanvasModel model;

    public GroupOpening(CanvasModel model) {
        this.model = model;
    }

    /** Opens the group of that id, or collapses it; one undo entry. It is selected, so that a key turns it back. */
    public void turn(String id) {
        Topology topology = model.document().topology();
        boolean whole = model.showsWhole();
        boolean opens = !topology.opened().contains(id);
        model.document()
                .edit(
                        text(opens ? "canvas.open-group" : "canvas.collapse-group", topology.title(id)),
                        opens ? opened(topology, id) : collapsed(topology, id));
        model.document().selection().set(Set.of(new Item.NodeItem(id)));
        if (whole && model.isLargerThanView()) {
            model.zoomToFit();
        }
    }

    /** Opens all groups. */
    public Topology allOpened(Topology topology) {
        Topology next = topology;
        for (Node node : topology.nodes()) {
            if (node instanceof ServerGroup && !next.opened().contains(node.id())) {
                next = opened(next, node.id());
            }
        }
        return next;
    }

    private static Topology collapsed(Topology topology, String id) {
        return topology.withOpened(
                topology.opened().stream().filter(other -> !other.equals(id)).toList());
    }

    private Topology opened(Topology topology, String id) {
        List<String> all = new ArrayList<>(topology.opened());
        all.add(id);
        Topology next = topology.withOpened(all);
        Map<String, Position> places = Arrangement.of(topology);
        Position at = places.get(id);
        int index = model.drawing().index(id);
        if (at == null || index < 0) {
            return next;
        }
        List<String> servers =
                OpenedGroups.servers(model.drawing().node(index), model.live().frame());
        GroupFrame frame = new GroupFrame(at.x(), at.y(), servers);
        return next.withLayout(
                roomy(id, places, new Area(frame.x(), frame.y(), frame.width(), frame.height()), topology.layout()));
    }

    private static Map<String, Position> roomy(
            String id, Map<String, Position> places, Area frame, Map<String, Position> layout) {
        Map<String, Position> next = new LinkedHashMap<>(places);
        next.remove(id);
        shift(next, frame, true);
        shift(next, frame, false);
        Map<String, Position> changed = new LinkedHashMap<>(layout);
        next.forEach((other, place) -> {
            if (!place.equals(places.get(other))) {
                changed.put(other, place);
            }
        });
        return changed;
    }

    /** Moves what is in the frame's way, and what stands further on. */
    private static void shift(Map<String, Position> places, Area frame, boolean down) {
        double first = Double.POSITIVE_INFINITY;
        for (Position place : places.values()) {
            boolean further = down ? place.y() >= frame.y() + Drawing.CARD_HEIGHT : place.x() > frame.x();
            if (further && frame.grown(GAP / 2).meets(card(place))) {
                first = Math.min(first, down ? place.y() : place.x());
            }
        }
        double from = first;
        double by = Math.ceil((down ? frame.bottom() - from : frame.right() - from) / Snap.STEP) * Snap.STEP
                + Math.ceil(GAP / Snap.STEP) * Snap.STEP;
        places.replaceAll((_, place) -> {
            Area card = card(place);
            boolean moves = down
                    ? place.y() >= from && card.x() <= frame.right() + GAP / 2 && card.right() >= frame.x() - GAP / 2
                    : place.x() >= from;
            return !moves
                    ? place
                    : down ? new Position(place.x(), place.y() + by) : new Position(place.x() + by, place.y());
        });
    }

    private static Area card(Position place) {
        return new Area(place.x(), place.y(), Drawing.CARD_WIDTH, Drawing.CARD_HEIGHT);
    }
}
