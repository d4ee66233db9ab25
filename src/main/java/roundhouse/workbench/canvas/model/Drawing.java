package roundhouse.workbench.canvas.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import roundhouse.arranging.Arrangement;
import roundhouse.arranging.Cards;
import roundhouse.arranging.GroupFrame;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.annotations.Annotation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.document.KnownNodes;

/**
 * Where everything of a topology stands: the cards and the lines between them. Made anew for each
 * topology; indexes are positions in the topology's lists.
 */
public final class Drawing {
    /** A card's size, canvas pixels. */
    public static final double CARD_WIDTH = Cards.WIDTH;

    public static final double CARD_HEIGHT = Cards.HEIGHT;
    private static final int MOST_BENT = 400;
    private static final Area NOWHERE = new Area(1e12, 1e12, 0, 0);
    private final Topology topology;
    private final Map<String, Position> places;
    private final Map<String, Annotation> folds;
    private final Map<String, GroupFrame> opened = new HashMap<>();
    private final double[] x;
    private final double[] y;
    private final int[] order;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final int[] from;
    private final int[] to;
    private final LinkLines lines;
    private final HitTest hits = new HitTest(this);
    private final int[] leastWeight;
    private final int[] mostWeight;

    /** A topology by itself. */
    public Drawing(Topology topology) {
        this(topology, Arrangement.of(topology), KnownNodes.of(topology), Map.of(), Map.of());
    }

    /**
     * @param places where nodes stand, those included that are not there now: the drawing keeps room for them
     * @param known the number of each server, by which it has its colour
     * @param folds for each node that a collapsed frame stands for that frame: links to it go to the frame's card
     * @param groups for each group that is opened its servers: it takes more room than a card
     */
    Drawing(
            Topology topology,
            Map<String, Position> places,
            KnownNodes known,
            Map<String, Annotation> folds,
            Map<String, List<String>> groups) {
        this.topology = topology;
        this.places = new LinkedHashMap<>(places);
        this.folds = folds;
        folds.forEach((id, frame) -> this.places.replace(id, new Position(frame.x(), frame.y())));
        groups.forEach((id, servers) -> {
            Position at = this.places.get(id);
            if (at != null && !folds.containsKey(id)) {
                opened.put(id, new GroupFrame(at.x(), at.y(), servers));
            }
        });
        int nodes = topology.nodes().size();
        x = new double[nodes];
        y = new double[nodes];
        order = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            String id = topology.nodes().get(i).id();
            Position place = this.places.getOrDefault(id, new Position(0, 0));
            x[i] = place.x();
            y[i] = place.y();
            order[i] = known.order(id);
            indexes.put(id, i);
        }
        int links = topology.links().size();
        from = new int[links];
        to = new int[links];
        lines = new LinkLines(from, to);
        leastWeight = new int[nodes];
        mostWeight = new int[nodes];
        Arrays.fill(leastWeight, Integer.MAX_VALUE);
        Arrays.fill(mostWeight, -1);
        for (int i = 0; i < links; i++) {
            Link link = topology.links().get(i);
            from[i] = indexes.getOrDefault(link.from(), -1);
            to[i] = indexes.getOrDefault(link.to(), -1);
            if (from[i] >= 0 && to[i] >= 0) {
                lines.join(i, area(from[i]), area(to[i]));
                if (node(from[i]).picksTargets()) {
                    leastWeight[to[i]] = Math.min(leastWeight[to[i]], link.weight());
                    mostWeight[to[i]] = Math.max(mostWeight[to[i]], link.weight());
                }
            }
        }
        // In a large drawing lines stay straight: finding the way would take long.
        if (nodes <= MOST_BENT) {
            lines.bend(IntStream.range(0, nodes).mapToObj(this::obstacle).toList(), this::isDrawn);
        }
    }

    private Area obstacle(int node) {
        return isFolded(node) ? NOWHERE : area(node);
    }

    /** Whether a collapsed frame stands for the node. */
    public boolean isFolded(int node) {
        return folds.containsKey(node(node).id());
    }

    /** Whether the link begins or ends at a collapsed frame. */
    public boolean isFoldedLink(int link) {
        return isFolded(from[link]) || isFolded(to[link]);
    }

    public int nodeCount() {
        return x.length;
    }

    public int linkCount() {
        return from.length;
    }

    public Node node(int index) {
        return topology.nodes().get(index);
    }

    public Link link(int index) {
        return topology.links().get(index);
    }

    /** The node's index, or -1. */
    public int index(String id) {
        return indexes.getOrDefault(id, -1);
    }

    /** The server's order number, which decides its colour; -1 for other nodes. */
    public int order(int node) {
        return order[node];
    }

    /** The least weight that a balancer gives the node; meaningless where {@link #mostWeight} is -1. */
    public int leastWeight(int node) {
        return leastWeight[node];
    }

    /** The greatest weight that a balancer gives the node; -1 when none is linked to it. */
    public int mostWeight(int node) {
        return mostWeight[node];
    }

    public double x(int node) {
        return x[node];
    }

    public double y(int node) {
        return y[node];
    }

    /** What the node takes: its card, or the frame of a group that is opened. */
    public Area area(int node) {
        GroupFrame frame = opened(node);
        return frame == null ? new Area(x[node], y[node], CARD_WIDTH, CARD_HEIGHT) : area(frame);
    }

    private static Area area(GroupFrame frame) {
        return new Area(frame.x(), frame.y(), frame.width(), frame.height());
    }

    /** The frame around a group's servers; null where the node stands as one card. */
    public @Nullable GroupFrame opened(int node) {
        return opened.isEmpty() || node < 0 ? null : opened.get(node(node).id());
    }

    /** Where links reach what the node takes. */
    public List<Position> ends(int node) {
        List<Position> ends = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            if (isDrawn(i) && from[i] == node) {
                ends.add(new Position(x1(i), y1(i)));
            }
            if (isDrawn(i) && to[i] == node) {
                ends.add(new Position(x2(i), y2(i)));
            }
        }
        return ends;
    }

    /** Whether any group is opened. */
    public boolean hasOpened() {
        return !opened.isEmpty();
    }

    /** Whether the link has both its ends on the canvas, and not in the same collapsed frame. */
    public boolean isDrawn(int link) {
        return from[link] >= 0
                && to[link] >= 0
                && !(isFolded(from[link]) && foldOf(from[link]).equals(foldOf(to[link])));
    }

    private Optional<Annotation> foldOf(int node) {
        return Optional.ofNullable(folds.get(node(node).id()));
    }

    public double x1(int link) {
        return lines.x1(link);
    }

    public double y1(int link) {
        return lines.y1(link);
    }

    public double x2(int link) {
        return lines.x2(link);
    }

    public double y2(int link) {
        return lines.y2(link);
    }

    /** The index of the node that the link begins at; -1 where that is not drawn. */
    int from(int link) {
        return from[link];
    }

    int to(int link) {
        return to[link];
    }

    /** Whether the link goes round a card that stands between its ends. */
    public boolean isBent(int link) {
        return lines.isBent(link);
    }

    /** Where a link that is bent has its bend; the middle of one that is not. */
    public double bendX(int link) {
        return lines.bendX(link);
    }

    public double bendY(int link) {
        return lines.bendY(link);
    }

    /** Whether a card can stand there, with some space around it. */
    public boolean isFree(Position corner) {
        Area card = new Area(corner.x(), corner.y(), CARD_WIDTH, CARD_HEIGHT).grown(Snap.STEP - 1);
        return opened.values().stream().noneMatch(frame -> area(frame).meets(card))
                && places.values().stream()
                        .noneMatch(place -> Math.abs(place.x() - corner.x()) < CARD_WIDTH + Snap.STEP
                                && Math.abs(place.y() - corner.y()) < CARD_HEIGHT + Snap.STEP);
    }

    /** How far a point is from the link's line. */
    double distance(int link, double px, double py) {
        return lines.distance(link, px, py);
    }

    /** What lies under a point. */
    public HitTest hits() {
        return hits;
    }

    /** What all cards take up together, those included that come and go; empty when there are none. */
    public Optional<Area> bounds() {
        if (x.length == 0) {
            return Optional.empty();
        }
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Position place : places.values()) {
            left = Math.min(left, place.x());
            top = Math.min(top, place.y());
            right = Math.max(right, place.x() + CARD_WIDTH);
            bottom = Math.max(bottom, place.y() + CARD_HEIGHT);
        }
        Area cards = new Area(left, top, right - left, bottom - top);
        return opened.values().stream()
                .map(Drawing::area)
                .reduce(Area::with)
                .map(cards::with)
                .or(() -> Optional.of(cards));
    }

    /** The nodes with these ids, in the document's order. */
    public List<Node> nodes(Set<String> ids) {
        return topology.nodes().stream().filter(node -> ids.contains(node.id())).toList();
    }
}
