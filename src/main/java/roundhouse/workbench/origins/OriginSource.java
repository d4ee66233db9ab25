package roundhouse.workbench.origins;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import roundhouse.analysis.NodeMeasurement;
import roundhouse.analysis.queueing.ClosedForm;
import roundhouse.analysis.queueing.Quantity;

/** The runs whose figures are asked where they come from. */
public interface OriginSource {
    /**
     * What theory says of a node beside what was measured.
     *
     * @param forms by quantity, each of them
     */
    record Comparison(Map<Quantity, ClosedForm> forms, NodeMeasurement.Result measured) {}

    /** Of what stretch of its run the figure is, in a sentence. */
    String span(AskedFigure figure);

    /**
     * Measures a node of each run that the figure is of, one run after the other; what was asked before is given up.
     *
     * @param done is told of each run with its name, which is empty for the one that is played
     * @param progress is told how much of a run is done, 0 to 1, where it takes long
     */
    void compare(
            String node,
            AskedFigure figure,
            BiConsumer<String, Comparison> done,
            DoubleConsumer progress,
            Consumer<String> failed);

    /** Nobody waits any more. */
    void close();
}
