package roundhouse.simulation.observing;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.naming.NamedFigure;
import roundhouse.naming.NamingFigure;
import roundhouse.naming.NamingFigures;
import roundhouse.simulation.components.NodeComponent;

/**
 * What became of lookups of a name, and of the requests that went by them, counted from the start.
 *
 * @param figures each; not a number where there is none
 * @param targets the same of each address, by the id of its node, in the order in which they came
 * @param named the ids of those that an answer can begin with now
 */
public record NamingReport(
        Map<NamingFigure, Double> figures, Map<String, Map<NamedFigure, Double>> targets, List<String> named) {
    /** Null for a node that answers for no name. */
    static @Nullable NamingReport of(NodeComponent node) {
        NamingFigures naming = node.naming();
        if (naming == null) {
            return null;
        }
        Map<NamingFigure, Double> figures = new EnumMap<>(NamingFigure.class);
        for (NamingFigure figure : NamingFigure.values()) {
            figures.put(figure, figure.of(naming));
        }
        Map<String, Map<NamedFigure, Double>> targets = new LinkedHashMap<>();
        for (NamingFigures.Target target : naming.targets()) {
            Map<NamedFigure, Double> its = new EnumMap<>(NamedFigure.class);
            for (NamedFigure figure : NamedFigure.values()) {
                its.put(figure, figure.of(target));
            }
            targets.put(target.id(), its);
        }
        return new NamingReport(figures, targets, naming.named());
    }

    /** Not a number where there is none. */
    public double of(NamingFigure figure) {
        return figures.getOrDefault(figure, Double.NaN);
    }

    /** The same of one address. */
    public double of(String target, NamedFigure figure) {
        return targets.getOrDefault(target, Map.of()).getOrDefault(figure, Double.NaN);
    }
}
