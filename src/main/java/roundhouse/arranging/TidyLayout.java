package roundhouse.arranging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import roundhouse.topology.AddedNodes;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;

/**
 * Places in layers from left to right, as requests flow: Sugiyama's method, as Eclipse's ELK does it (K. Sugiyama, S. Tagawa, M. Toda:
 * Methods for visual understanding of hierarchical system structures, 1981). Nodes of a layer keep the document's order where that crosses
 * no more links; heartbeats do not count. The same topology always gets the same places.
 */
public final class TidyLayout {
    private TidyLayout() {}

    /** A place for each node, those included that the scenario adds, on the grid, with the drawing's top left corner where it was. */
    public static Topology of(Topology topology) {
        Topology grown = AddedNodes.fromTheStart(topology);
        ElkNode graph = graph();
        Map<String, ElkNode> boxes = new LinkedHashMap<>();
        for (Node node : grown.nodes()) {
            boxes.computeIfAbsent(node.id(), _ -> {
                ElkNode box = ElkGraphUtil.createNode(graph);
                dimension(box, node, topology.opened().contains(node.id()));
                return box;
            });
        }
        for (Link link : grown.links()) {
            ElkNode from = boxes.get(link.from());
            ElkNode to = boxes.get(link.to());
            if (from != null && to != null && !link.isHeartbeat()) {
                ElkGraphUtil.createSimpleEdge(from, to);
            }
        }
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
        return placed(topology, boxes);
    }

    private static void dimension(ElkNode box, Node node, boolean opened) {
        GroupFrame frame = new GroupFrame(0, 0, Members.of(node));
        box.setDimensions(opened ? frame.width() : Cards.WIDTH, opened ? frame.height() : Cards.HEIGHT);
    }

    private static ElkNode graph() {
        // Registers how the options are copied.
        LayoutMetaDataService.getInstance();
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, Cards.ROW - Cards.HEIGHT);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, Cards.COLUMN - Cards.WIDTH);
        graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, Cards.ROW - Cards.HEIGHT);
        // Room between layers for links that bend would be empty: links here are straight.
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 0.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 0.0);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
        return graph;
    }

    private static Topology placed(Topology topology, Map<String, ElkNode> boxes) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        for (Position place : Arrangement.of(topology).values()) {
            left = Math.min(left, place.x());
            top = Math.min(top, place.y());
        }
        double leftmost =
                boxes.values().stream().mapToDouble(ElkNode::getX).min().orElse(0);
        double topmost =
                boxes.values().stream().mapToDouble(ElkNode::getY).min().orElse(0);
        Map<String, Position> layout = new LinkedHashMap<>(topology.layout());
        for (Map.Entry<String, ElkNode> box : boxes.entrySet()) {
            layout.put(
                    box.getKey(),
                    new Position(
                            onGrid(left + box.getValue().getX() - leftmost),
                            onGrid(top + box.getValue().getY() - topmost)));
        }
        return topology.withLayout(layout);
    }

    private static double onGrid(double value) {
        return Math.round(value / Cards.GRID) * Cards.GRID;
    }
}
