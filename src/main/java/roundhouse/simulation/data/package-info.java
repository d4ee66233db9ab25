/** The truth about data in a run: which version of each key is the newest, when it was written, and what was given of it. */
@NullMarked
package roundhouse.simulation.data;

import org.jspecify.annotations.NullMarked;
