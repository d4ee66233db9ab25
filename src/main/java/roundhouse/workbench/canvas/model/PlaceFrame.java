package roundhouse.workbench.canvas.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Node;

/**
 * A frame around the nodes of a zone or a region that stand together. No foreign card stands in it: a zone whose nodes have others
 * between them has several.
 *
 * @param name of the zone or region; of both where they are the same nodes
 * @param nodes their indexes in the drawing, in order
 * @param cards what their cards take
 * @param around whether it leaves room for the frames of zones in it
 */
public record PlaceFrame(String name, List<Integer> nodes, Area cards, boolean around) {
    private static final double SIDE = 9;
    /** Room for the name. */
    public static final double TOP = 17;
    /** In a drawing of more nodes nobody can read their names. */
    private static final int MANY = 500;

    /** All that a drawing has, those that are around others first. One place alone divides nothing, so a single node of it has no frame. */
    public static List<PlaceFrame> of(Drawing drawing) {
        if (drawing.nodeCount() > MANY) {
            return List.of();
        }
        List<PlaceFrame> regions = of(drawing, Node::region, true);
        List<PlaceFrame> zones = of(drawing, Node::zone, false);
        List<PlaceFrame> frames = new ArrayList<>();
        for (PlaceFrame region : regions) {
            if (zones.stream().noneMatch(zone -> zone.nodes.equals(region.nodes))) {
                frames.add(region);
            }
        }
        for (PlaceFrame zone : zones) {
            String region = regions.stream()
                    .filter(other -> other.nodes.equals(zone.nodes) && !other.name.equals(zone.name))
                    .map(other -> other.name + " · ")
                    .findFirst()
                    .orElse("");
            frames.add(new PlaceFrame(region + zone.name, zone.nodes, zone.cards, false));
        }
        return List.copyOf(frames);
    }

    /**
     * Frames around nodes that something else than a place makes belong together, each by the name of what that is.
     *
     * @param place null for a node that belongs nowhere
     * @param around whether they are to leave room for other frames in them
     */
    public static List<PlaceFrame> by(Drawing drawing, Function<Node, @Nullable String> place, boolean around) {
        Map<String, List<PlaceFrame>> places = new LinkedHashMap<>();
        for (int i = 0; i < drawing.nodeCount() && drawing.nodeCount() <= MANY; i++) {
            String name = place.apply(drawing.node(i));
            if (name != null) {
                join(
                        places.computeIfAbsent(name, _ -> new ArrayList<>()),
                        new PlaceFrame(name, List.of(i), drawing.area(i), around),
                        foreign(drawing, place, name));
            }
        }
        return places.values().stream().flatMap(List::stream).toList();
    }

    private static List<PlaceFrame> of(Drawing drawing, Function<Node, @Nullable String> place, boolean around) {
        List<PlaceFrame> frames = by(drawing, place, around);
        long places = frames.stream().map(PlaceFrame::name).distinct().count();
        return frames.stream()
                .filter(frame -> places > 1 || frame.nodes.size() > 1)
                .toList();
    }

    private static List<Area> foreign(Drawing drawing, Function<Node, @Nullable String> place, String name) {
        List<Area> foreign = new ArrayList<>();
        for (int i = 0; i < drawing.nodeCount(); i++) {
            if (!name.equals(place.apply(drawing.node(i)))) {
                foreign.add(drawing.area(i));
            }
        }
        return foreign;
    }

    /** Makes one of the new frame and those that nothing foreign keeps apart from it. */
    private static void join(List<PlaceFrame> frames, PlaceFrame added, List<Area> foreign) {
        PlaceFrame joined = added;
        for (PlaceFrame frame : List.copyOf(frames)) {
            Area both = joined.cards.with(frame.cards);
            if (foreign.stream().noneMatch(both::meets)) {
                TreeSet<Integer> nodes = new TreeSet<>(joined.nodes);
                nodes.addAll(frame.nodes);
                joined = new PlaceFrame(added.name, List.copyOf(nodes), both, added.around);
                frames.remove(frame);
            }
        }
        frames.add(joined);
    }

    /** The frame itself. */
    public Area area() {
        double side = around ? 2 * SIDE : SIDE;
        double top = around ? 2 * TOP : TOP;
        return new Area(cards.x() - side, cards.y() - top, cards.width() + 2 * side, cards.height() + top + side);
    }
}
