/**
 * Which target takes a request, as a contract: {@link roundhouse.routing.Balancer}, the pool it picks from, the
 * request, and layer-7 rules. Knows nothing of the simulator: the same objects route in a unit test, on the command
 * line and in a run.
 */
@NullMarked
package roundhouse.routing;

import org.jspecify.annotations.NullMarked;
