/** Groups of equal servers that come and go: by command, by schedule, or as an autoscaler says. */
@NullMarked
package roundhouse.simulation.scaling;

import org.jspecify.annotations.NullMarked;
