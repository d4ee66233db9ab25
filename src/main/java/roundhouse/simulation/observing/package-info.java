/**
 * What others see of a run: frames for the screen, reports, recent requests, retry storms. Looking changes nothing.
 */
@NullMarked
package roundhouse.simulation.observing;

import org.jspecify.annotations.NullMarked;
