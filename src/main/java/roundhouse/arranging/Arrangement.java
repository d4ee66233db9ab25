package roundhouse.arranging;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.AddedNodes;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/**
 * A place for every node, those included that the scenario adds: the one the document gives it, else a free one in the column of the nodes
 * that are linked as it is, else one in columns of their own (clients, what passes requests on, servers) below whatever has a place.
 */
public final class Arrangement {
    private static final double COLUMN = Cards.COLUMN;
    private static final double ROW = Cards.ROW;
    private static final int ROWS = 16;
    /** The column of the nodes that answer requests: the last, so that more columns may follow when it is full. */
    private static final int ANSWERING = 2;
    /** More nodes without a place than this were never arranged by anybody, and a search for each would take long. */
    private static final int FEW = 100;

    private final Map<String, Position> places;
    private final List<Link> links;
    private final Map<Integer, Integer> filled = new HashMap<>();
    private final double top;

    private Arrangement(Topology topology, List<Node> nodes, List<Link> links) {
        places = new LinkedHashMap<>(topology.layout());
        this.links = links;
        top = places.values().stream()
                .mapToDouble(place -> place.y() + ROW)
                .max()
                .orElse(40);
        List<Node> homeless = nodes.stream()
                .filter(node -> !topology.layout().containsKey(node.id()))
                .toList();
        boolean few = !places.isEmpty() && homeless.size() <= FEW;
        for (Node node : homeless) {
            if (!places.containsKey(node.id())) {
                Position beside = few ? besideItsLike(node) : null;
                places.put(node.id(), beside == null ? inColumns(node) : beside);
            }
        }
    }

    public static Map<String, Position> of(Topology topology) {
        Topology grown = AddedNodes.fromTheStart(topology);
        return new Arrangement(topology, grown.nodes(), grown.links()).places;
    }

    /** Under the lowest of the nodes that get requests from the same ones, where no card is in the way; null when there is none. */
    private @Nullable Position besideItsLike(Node node) {
        List<String> sources = links.stream()
                .filter(link -> link.to().equals(node.id()) && !link.isHeartbeat())
                .map(Link::from)
                .toList();
        Position lowest = null;
        for (Link link : links) {
            Position place = places.get(link.to());
            if (sources.contains(link.from())
                    && !link.isHeartbeat()
                    && !link.to().equals(node.id())
                    && place != null
                    && (lowest == null || place.y() > lowest.y())) {
                lowest = place;
            }
        }
        if (lowest == null) {
            return null;
        }
        Position free = new Position(lowest.x(), lowest.y() + ROW);
        while (isTaken(free)) {
            free = new Position(free.x(), free.y() + ROW);
        }
        return free;
    }

    private boolean isTaken(Position corner) {
        return places.values().stream()
                .anyMatch(place -> Math.abs(place.x() - corner.x()) < Cards.WIDTH
                        && Math.abs(place.y() - corner.y()) < Cards.HEIGHT);
    }

    private Position inColumns(Node node) {
        int column = !node.takesRequests() ? 0 : node.answersRequests() ? ANSWERING : 1;
        int row = filled.merge(column, 1, Integer::sum) - 1;
        if (column == ANSWERING) {
            column += row / ROWS;
            row %= ROWS;
        }
        return new Position(40 + column * COLUMN, top + row * ROW);
    }
}
