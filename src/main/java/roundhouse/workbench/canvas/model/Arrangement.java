package roundhouse.workbench.canvas.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/**
 * A place for every node: the one the document gives it, else one in columns by kind (clients, balancers, servers) below
 * whatever has a place.
 */
public final class Arrangement {
    private static final double COLUMN = 280;
    private static final double ROW = 120;
    private static final int ROWS = 16;

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
            int column = switch (node) {
                case Clients _ -> 0;
                case LoadBalancer _ -> 1;
                case Server _ -> 2;
            };
            int row = filled.merge(column, 1, Integer::sum) - 1;
            if (column == 2) {
                column += row / ROWS;
                row %= ROWS;
            }
            places.put(node.id(), new Position(40 + column * COLUMN, top + row * ROW));
        }
        return places;
    }
}
