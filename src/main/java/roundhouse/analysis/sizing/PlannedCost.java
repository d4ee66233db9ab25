package roundhouse.analysis.sizing;

import roundhouse.scaling.Price;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;

/** What a design costs before it runs. */
final class PlannedCost {
    private PlannedCost() {}

    /** An hour, by its hourly prices alone; where nothing has a price, its cores. */
    static double of(Topology design) {
        boolean priced = isPriced(design);
        double sum = 0;
        for (Node node : design.nodes()) {
            Price price = node.price();
            double one = priced ? price == null ? 0 : price.hourly(node.cores()) : node.cores();
            sum += node.count() * one;
        }
        return sum;
    }

    static boolean isPriced(Topology design) {
        return design.nodes().stream().anyMatch(node -> node.price() != null);
    }
}
