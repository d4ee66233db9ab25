/** What a load balancer is, and by which algorithm it picks its targets. */
@NullMarked
package roundhouse.topology.nodes.balancing;

import org.jspecify.annotations.NullMarked;
