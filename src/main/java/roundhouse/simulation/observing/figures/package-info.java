/** What a report has of data, figure by figure: declared once, for every place that shows them. */
@NullMarked
package roundhouse.simulation.observing.figures;

import org.jspecify.annotations.NullMarked;
