/** What limits a load balancer's requests and connections in number and in time. */
@NullMarked
package roundhouse.topology.nodes.waiting;

import org.jspecify.annotations.NullMarked;
