package roundhouse.workbench.canvas.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** The corners of the way, from where it begins, canvas pixels; empty when it is not drawn. */
    public List<Position> corners(Spot.OnLink way) {
        int from = index(way.from());
        int to = index(way.to());
        if (from < 0 || to < 0) {
            return List.of();
        }
        Node start = drawing.node(from);
        Node end = drawing.node(to);
        return IntStream.range(0, drawing.linkCount())
                .filter(link -> drawing.isDrawn(link)
                        && (drawing.link(link).joins(start.id(), end.id())
                                || drawing.link(link).joins(end.id(), start.id())))
                .boxed()
                .findFirst()
                .map(link -> corners(link, drawing.link(link).from().equals(start.id())))
                .orElse(List.of());
    }

    private List<Position> corners(int link, boolean there) {
        List<Position> corners = new ArrayList<>();
        corners.add(new Position(drawing.x1(link), drawing.y1(link)));
        if (drawing.isBent(link)) {
            corners.add(new Position(drawing.bendX(link), drawing.bendY(link)));
        }
        corners.add(new Position(drawing.x2(link), drawing.y2(link)));
        return there ? corners : corners.reversed();
    }

    /** Where it is: on its link, or in the middle of the card; empty when that is not drawn. */
    public Optional<Position> point(FollowedRequest request) {
        return switch (request.spot()) {
            case Spot.AtNode(String id) -> {
                int index = index(id);
                yield index < 0
                        ? Optional.empty()
                        : Optional.of(new Position(
                                drawing.area(index).centreX(),
                                drawing.area(index).centreY()));
            }
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
        Set<Integer> cards = request.marks().stream()
                .map(mark -> index(mark.node()))
                .filter(index -> index >= 0)
                .collect(Collectors.toSet());
        Stream<Area> marked = cards.stream().map(drawing::area);
        Stream<Area> point = point(request).map(at -> new Area(at.x(), at.y(), 0, 0)).stream();
        return Stream.concat(point, marked).reduce(Area::with);
    }
}
