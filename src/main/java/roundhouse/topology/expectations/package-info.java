/**
 * What a run must come to, and the figures it is about.
 */
@NullMarked
package roundhouse.topology.expectations;

import org.jspecify.annotations.NullMarked;
