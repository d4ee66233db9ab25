/** The lives of single requests: what they waited for, and why they went where they went. */
@NullMarked
package roundhouse.simulation.observing.tracing;

import org.jspecify.annotations.NullMarked;
