/** Whom nodes turn away: their limits as they run, what each did, and the requests that these hold. */
@NullMarked
package roundhouse.simulation.guarding;

import org.jspecify.annotations.NullMarked;
