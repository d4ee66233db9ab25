package roundhouse.workbench.canvas.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import roundhouse.workbench.document.Selection.Item;

/**
 * Where everything of a topology stands: the cards, the lines between them, and what lies under a point. Made anew for each
 * topology; indexes are positions in the topology's lists.
 */
public final class Drawing {
    /** A card's size, canvas pixels. */
    public static final double CARD_WIDTH = Cards.WIDTH;

    public static final double CARD_HEIGHT = Cards.HEIGHT;
    /** Where a line leaves or reaches its card moves up or down with the other end, by at most this. */
    private static final double FAN = 24;

    private static final int MOST_BENT = 400;
    private static final Area NOWHERE = new Area(1e12, 1e12, 0, 0);
    /** Between two edges that a line can run between, canvas pixels. */
    private static final double LEAST_GAP = 30;

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
    private final double[] ends;
    /** For each link the point it goes through, NaN where it is straight. */
    private final double[] bends;

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
        ends = new double[links * 4];
        bends = new double[links * 2];
        Arrays.fill(bends, Double.NaN);
        leastWeight = new int[nodes];
        mostWeight = new int[nodes];
        Arrays.fill(leastWeight, Integer.MAX_VALUE);
        Arrays.fill(mostWeight, -1);
        for (int i = 0; i < links; i++) {
            Link link = topology.links().get(i);
            from[i] = indexes.getOrDefault(link.from(), -1);
            to[i] = indexes.getOrDefault(link.to(), -1);
            if (from[i] >= 0 && to[i] >= 0) {
                Area a = area(from[i]);
                Area b = area(to[i]);
                join(a, b, i * 4, isSideways(a, b));
                if (node(from[i]).picksTargets()) {
                    leastWeight[to[i]] = Math.min(leastWeight[to[i]], link.weight());
                    mostWeight[to[i]] = Math.max(mostWeight[to[i]], link.weight());
                }
            }
        }
        bend();
    }

    /** Sends the lines round cards that are not their own. In a large drawing they stay straight: finding the way would take long. */
    private void bend() {
        if (x.length > MOST_BENT) {
            return;
        }
        Bends around =
                new Bends(IntStream.range(0, x.length).mapToObj(this::obstacle).toList());
        for (int i = 0; i < from.length; i++) {
            if (isDrawn(i) && around.isBlocked(from[i], to[i], x1(i), y1(i), x2(i), y2(i)) && !otherEdges(around, i)) {
                Optional<Position> point = around.of(from[i], to[i], x1(i), y1(i), x2(i), y2(i));
                bends[i * 2] = point.map(Position::x).orElse(Double.NaN);
                bends[i * 2 + 1] = point.map(Position::y).orElse(Double.NaN);
            }
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

    /** Whether the line is free between the cards' other edges, which it then has. */
    private boolean otherEdges(Bends around, int link) {
        Area a = area(from[link]);
        Area b = area(to[link]);
        boolean sideways = !isSideways(a, b);
        double gap = sideways ? gapAcross(a, b) : gapDown(a, b);
        if (gap < LEAST_GAP) {
            return false;
        }
        double[] usual = Arrays.copyOfRange(ends, link * 4, link * 4 + 4);
        join(a, b, link * 4, sideways);
        if (around.isBlocked(from[link], to[link], x1(link), y1(link), x2(link), y2(link))) {
            System.arraycopy(usual, 0, ends, link * 4, 4);
            return false;
        }
        return true;
    }

    /** Whether the line between two cards usually runs from side to side rather than from top to bottom. */
    private static boolean isSideways(Area a, Area b) {
        return gapAcross(a, b) >= gapDown(a, b);
    }

    private static double gapAcross(Area a, Area b) {
        return Math.abs(b.centreX() - a.centreX()) - (a.width() + b.width()) / 2;
    }

    private static double gapDown(Area a, Area b) {
        return Math.abs(b.centreY() - a.centreY()) - (a.height() + b.height()) / 2;
    }

    private void join(Area a, Area b, int at, boolean sideways) {
        double dx = b.centreX() - a.centreX();
        if (sideways) {
            // A group that is opened is reached at its head, as its card is.
            double level = a.y() + CARD_HEIGHT / 2;
            double dy = b.y() + CARD_HEIGHT / 2 - level;
            double fan = Math.clamp(dy * 0.08, -FAN, FAN);
            ends[at] = dx >= 0 ? a.right() : a.x();
            ends[at + 1] = level + fan;
            ends[at + 2] = dx >= 0 ? b.x() : b.right();
            ends[at + 3] = level + dy - fan;
        } else {
            double dy = b.centreY() - a.centreY();
            double fan = Math.clamp(dx * 0.08, -FAN, FAN);
            ends[at] = a.centreX() + fan;
            ends[at + 1] = dy >= 0 ? a.bottom() : a.y();
            ends[at + 2] = b.centreX() - fan;
            ends[at + 3] = dy >= 0 ? b.y() : b.bottom();
        }
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
        return ends[link * 4];
    }

    public double y1(int link) {
        return ends[link * 4 + 1];
    }

    public double x2(int link) {
        return ends[link * 4 + 2];
    }

    public double y2(int link) {
        return ends[link * 4 + 3];
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
        return !Double.isNaN(bends[link * 2]);
    }

    /** Where a link that is bent has its bend; the middle of one that is not. */
    public double bendX(int link) {
        return isBent(link) ? bends[link * 2] : (x1(link) + x2(link)) / 2;
    }

    public double bendY(int link) {
        return isBent(link) ? bends[link * 2 + 1] : (y1(link) + y2(link)) / 2;
    }

    /** Whether a card can stand there, with some space around it. */
    public boolean isFree(Position corner) {
        Area card = new Area(corner.x(), corner.y(), CARD_WIDTH, CARD_HEIGHT).grown(Snap.STEP - 1);
        return opened.values().stream().noneMatch(frame -> area(frame).meets(card))
                && places.values().stream()
                        .noneMatch(place -> Math.abs(place.x() - corner.x()) < CARD_WIDTH + Snap.STEP
                                && Math.abs(place.y() - corner.y()) < CARD_HEIGHT + Snap.STEP);
    }

    /** The node on top there, or -1. Later nodes lie over earlier ones. */
    public int nodeAt(double px, double py) {
        for (int i = x.length - 1; i >= 0; i--) {
            if (!isFolded(i) && area(i).contains(new Area(px, py, 0, 0))) {
                return i;
            }
        }
        return -1;
    }

    /** The node whose port, the dot at its right edge, is no further away than that; -1 for none. */
    public int portAt(double px, double py, double tolerance) {
        for (int i = x.length - 1; i >= 0; i--) {
            Area area = area(i);
            if (!isFolded(i) && Math.hypot(px - area.right(), py - area.centreY()) <= tolerance) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The nearest node that way from one, with what is off the way counted double; -1 for none.
     *
     * @param dx -1 for left, 1 for right, else 0
     * @param dy -1 for up, 1 for down, else 0
     */
    public int beside(int node, int dx, int dy) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double along = (x[i] - x[node]) * dx + (y[i] - y[node]) * dy;
            double aside = Math.abs((x[i] - x[node]) * dy) + Math.abs((y[i] - y[node]) * dx);
            if (!isFolded(i) && along > 0 && along + 2 * aside < least) {
                least = along + 2 * aside;
                nearest = i;
            }
        }
        return nearest;
    }

    /** The link whose line is nearest and no further away than that; -1 for none. */
    int linkAt(double px, double py, double tolerance) {
        int nearest = -1;
        double least = tolerance;
        for (int i = 0; i < from.length; i++) {
            if (isDrawn(i)) {
                double distance = Math.min(
                        distance(px, py, x1(i), y1(i), bendX(i), bendY(i)),
                        distance(px, py, bendX(i), bendY(i), x2(i), y2(i)));
                if (distance <= least) {
                    least = distance;
                    nearest = i;
                }
            }
        }
        return nearest;
    }

    /** The distance of a point from a stretch of line. */
    public static double distance(double px, double py, double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((px - x1) * dx + (py - y1) * dy) / square, 0.0, 1.0);
        return Math.hypot(px - x1 - along * dx, py - y1 - along * dy);
    }

    /** What lies there: a node before a link. */
    public Optional<Item> itemAt(double px, double py, double tolerance) {
        int node = nodeAt(px, py);
        if (node >= 0) {
            return Optional.of(new Item.NodeItem(node(node).id()));
        }
        int link = linkAt(px, py, tolerance);
        return link < 0
                ? Optional.empty()
                : Optional.of(new Item.LinkItem(link(link).from(), link(link).to()));
    }

    /** Every node that the area touches, and every link that lies wholly within. */
    public Set<Item> itemsWithin(Area area) {
        Set<Item> items = new LinkedHashSet<>();
        for (int i = 0; i < x.length; i++) {
            if (!isFolded(i) && area.meets(area(i))) {
                items.add(new Item.NodeItem(node(i).id()));
            }
        }
        for (int i = 0; i < from.length; i++) {
            if (isDrawn(i) && area.contains(Area.between(x1(i), y1(i), x2(i), y2(i)))) {
                items.add(new Item.LinkItem(link(i).from(), link(i).to()));
            }
        }
        return items;
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
