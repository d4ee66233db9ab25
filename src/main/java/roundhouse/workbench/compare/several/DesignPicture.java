package roundhouse.workbench.compare.several;

import java.util.Map;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.compare.measured.ComparedFigure;

/**
 * One of the designs that play, at an instant.
 *
 * @param frame the reader's until it has been shown
 * @param figures of the run so far
 */
record DesignPicture(Frame frame, Map<ComparedFigure, Double> figures) {}
