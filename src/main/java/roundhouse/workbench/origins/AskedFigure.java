package roundhouse.workbench.origins;

import java.util.List;
import java.util.Optional;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.origins.Origin;

/**
 * A figure of the window that can be asked where it comes from.
 *
 * @param label what it is called there
 * @param samples how many went in, in a sentence; empty where nobody counted them apart
 * @param node the id of the node it is of; empty where it is of something else
 * @param compared the runs that it compares; empty for a figure of the run that is played
 */
public record AskedFigure(
        String label, Origin origin, String samples, Optional<String> node, Optional<ComparedRuns> compared) {
    /**
     * Runs side by side.
     *
     * @param span of which stretch of them the figure is, in a sentence
     * @param untilNanos how long they are, simulated nanoseconds
     */
    public record ComparedRuns(List<ComparedDesign> designs, String span, long untilNanos) {}

    /** Of the run that is played. */
    public static AskedFigure of(String label, Origin origin, String samples, Optional<String> node) {
        return new AskedFigure(label, origin, samples, node, Optional.empty());
    }

    /** All that is known at once, for where there is room for one text only. */
    String text() {
        return origin.text() + (samples.isEmpty() ? "" : "\nSamples: " + samples);
    }
}
