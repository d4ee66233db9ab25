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
            Node one = one(node);
            Price price = one.price();
            double cost = priced ? price == null ? 0 : price.hourly(one.cores()) : one.cores();
            sum += node.count() * cost;
        }
        return sum;
    }

    static boolean isPriced(Topology design) {
        return design.nodes().stream().anyMatch(node -> one(node).price() != null);
    }

    /** Of what stands for several, one of them: a group has no price and no cores of its own. */
    private static Node one(Node node) {
        return node.standsForOthers() ? node.member(node.id(), node.label()) : node;
    }
}
