/**
 * Which target takes a request: one class per algorithm behind {@link roundhouse.routing.Balancer}, stickiness, layer-7
 * rules. Knows nothing of the simulator: the same objects route in a unit test, on the command line and in a run.
 */
@NullMarked
package roundhouse.routing;

import org.jspecify.annotations.NullMarked;
