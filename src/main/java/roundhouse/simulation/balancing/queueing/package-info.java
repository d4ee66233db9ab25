/** The queues of a load balancer, before targets that are at their limits. */
@NullMarked
package roundhouse.simulation.balancing.queueing;

import org.jspecify.annotations.NullMarked;
