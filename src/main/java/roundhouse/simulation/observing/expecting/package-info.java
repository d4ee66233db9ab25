/** What a topology expects of its run, and whether it came true. */
@NullMarked
package roundhouse.simulation.observing.expecting;

import org.jspecify.annotations.NullMarked;
