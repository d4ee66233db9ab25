package roundhouse.workbench.canvas.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import roundhouse.arranging.GroupFrame;
import roundhouse.topology.Position;
import roundhouse.topology.nodes.Node;

/** Where the spots of a request lie on the canvas: the corners of the way it takes over a link, and how far along that it is. */
public final class Ways {
    private static final char NUMBERED = '-';

    private final Drawing drawing;

    public Ways(Drawing drawing) {
        this.drawing = drawing;
    }

    /** The index of that node, or of the one that stands for it; -1 for none. */
    public int index(String id) {
        int index = drawing.index(id);
        int dash = id.lastIndexOf(NUMBERED);
        if (index >= 0 || dash < 0) {
            return index;
        }
        int whole = drawing.index(id.substring(0, dash));
        return whole >= 0 && drawing.node(whole).standsForOthers() ? whole : -1;
    }

    /** What the node of that id takes: its own card in the frame of a group that is opened, else that of the one that stands for it. */
    public Optional<Area> area(String id) {
        int index = index(id);
        if (index < 0) {
            return Optional.empty();
        }
        GroupFrame frame = drawing.opened(index);
        int place = frame == null ? -1 : frame.place(id);
        if (frame == null || place < 0) {
            return Optional.of(drawing.area(index));
        }
        Position corner = frame.corner(place);
        return Optional.of(new Area(corner.x(), corner.y(), GroupFrame.WIDTH, GroupFrame.HEIGHT));
    }

    /** The corners of the way, from where it begins, canvas pixels; empty when it is not drawn. */
    public List<Position> corners(Spot.OnLink way) {
        int from = index(way.from());
        int to = index(way.to());
        if (from < 0 || to < 0) {
            return List.of();
        }
        List<Position> corners = new ArrayList<>(within(from, way.from(), to).reversed());
        corners.addAll(between(from, to));
        if (!corners.isEmpty()) {
            corners.addAll(within(to, way.to(), from));
        }
        return corners;
    }

    /** From the edge of the frame to the server in it, where the node is a group that is opened and the id one of its servers'. */
    private List<Position> within(int node, String id, int other) {
        GroupFrame frame = drawing.opened(node);
        int place = frame == null ? -1 : frame.place(id);
        List<Position> line = place < 0 ? List.of() : between(other, node);
        return frame == null || line.isEmpty()
                ? List.of()
                : frame.way(place, line.getLast().x(), line.getLast().y());
    }

    private List<Position> between(int from, int to) {
        Node start = drawing.node(from);
        Node end = drawing.node(to);
        return IntStream.range(0, drawing.linkCount())
                .filter(link -> drawing.isDrawn(link)
                        && (drawing.link(link).joins(start.id(), end.id())
                                || drawing.link(link).joins(end.id(), start.id())))
                .boxed()
                .findFirst()
                .map(link -> drawing.link(link).from().equals(start.id())
                        ? corners(link)
                        : corners(link).reversed())
                .orElse(List.of());
    }

    /**
     * The corners of the way over a link, where it begins or ends at a group that is opened from or to the server there.
     *
     * @param fromPlace the place of the server in the group's frame, or -1
     * @param toPlace the same at the other end
     */
    public List<Position> corners(int link, int fromPlace, int toPlace) {
        List<Position> corners = new ArrayList<>();
        GroupFrame from = drawing.opened(drawing.from(link));
        GroupFrame to = drawing.opened(drawing.to(link));
        if (from != null && fromPlace >= 0) {
            corners.addAll(
                    from.way(fromPlace, drawing.x1(link), drawing.y1(link)).reversed());
        }
        corners.addAll(corners(link));
        if (to != null && toPlace >= 0) {
            corners.addAll(to.way(toPlace, drawing.x2(link), drawing.y2(link)));
        }
        return corners;
    }

    private List<Position> corners(int link) {
        List<Position> corners = new ArrayList<>();
        corners.add(new Position(drawing.x1(link), drawing.y1(link)));
        if (drawing.isBent(link)) {
            corners.add(new Position(drawing.bendX(link), drawing.bendY(link)));
        }
        corners.add(new Position(drawing.x2(link), drawing.y2(link)));
        return corners;
    }

    /** Where it is: on its link, or in the middle of the card; empty when that is not drawn. */
    public Optional<Position> point(FollowedRequest request) {
        return switch (request.spot()) {
            case Spot.AtNode(String id) -> area(id).map(area -> new Position(area.centreX(), area.centreY()));
            case Spot.OnLink way -> along(corners(way), request.part() * way.upTo());
        };
    }

    /** The corners of the way as far as it has got. */
    public List<Position> behind(Spot.OnLink way, double part) {
        List<Position> corners = corners(way);
        double left = part * way.upTo() * length(corners);
        List<Position> behind = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            if (i > 0) {
                double stretch = distance(corners.get(i - 1), corners.get(i));
                if (stretch > left) {
                    behind.add(between(corners.get(i - 1), corners.get(i), left / stretch));
                    return behind;
                }
                left -= stretch;
            }
            behind.add(corners.get(i));
        }
        return behind;
    }

    private static Optional<Position> along(List<Position> corners, double part) {
        double left = part * length(corners);
        for (int i = 1; i < corners.size(); i++) {
            double stretch = distance(corners.get(i - 1), corners.get(i));
            if (left <= stretch) {
                return Optional.of(between(corners.get(i - 1), corners.get(i), stretch == 0 ? 0 : left / stretch));
            }
            left -= stretch;
        }
        return corners.isEmpty() ? Optional.empty() : Optional.of(corners.getLast());
    }

    private static double length(List<Position> corners) {
        return IntStream.range(1, corners.size())
                .mapToDouble(i -> distance(corners.get(i - 1), corners.get(i)))
                .sum();
    }

    private static double distance(Position a, Position b) {
        return Math.hypot(b.x() - a.x(), b.y() - a.y());
    }

    private static Position between(Position a, Position b, double part) {
        return new Position(a.x() + (b.x() - a.x()) * part, a.y() + (b.y() - a.y()) * part);
    }

    /** What has to be in sight: where it is, and the cards on which something is written. */
    public Optional<Area> sight(FollowedRequest request) {
        Stream<Area> marked =
                request.marks().stream().map(mark -> area(mark.node())).flatMap(Optional::stream);
        Stream<Area> point = point(request).map(at -> new Area(at.x(), at.y(), 0, 0)).stream();
        return Stream.concat(point, marked).reduce(Area::with);
    }
}
