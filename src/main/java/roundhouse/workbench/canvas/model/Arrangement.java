package roundhouse.workbench.canvas.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;

/**
 * A place for every node: the one the document gives it, else one in columns (clients, what passes requests on, servers) below
 * whatever has a place.
 */
public final class Arrangement {
    private static final double COLUMN = 280;
    private static final double ROW = 120;
    private static final int ROWS = 16;
    /** The column of the nodes that answer requests: the last, so that more columns may follow when it is full. */
    private static final int ANSWERING = 2;

    private Arrangement() {}

    public static Map<String, Position> of(Topology topology) {
        List<Node> homeless = topology.nodes().stream()
                .filter(node -> !topology.layout().containsKey(node.id()))
                .toList();
        if (homeless.isEmpty()) {
            return topology.layout();
        }
        double top = topology.layout().values().stream()
                .mapToDouble(place -> place.y() + ROW)
                .max()
                .orElse(40);
        Map<String, Position> places = new LinkedHashMap<>(topology.layout());
        Map<Integer, Integer> filled = new HashMap<>();
        for (Node node : homeless) {
            int column = column(node);
            int row = filled.merge(column, 1, Integer::sum) - 1;
            if (column == ANSWERING) {
                column += row / ROWS;
                row %= ROWS;
            }
            places.put(node.id(), new Position(40 + column * COLUMN, top + row * ROW));
        }
        return places;
    }

    private static int column(Node node) {
        return !node.takesRequests() ? 0 : node.answersRequests() ? ANSWERING : 1;
    }
}
