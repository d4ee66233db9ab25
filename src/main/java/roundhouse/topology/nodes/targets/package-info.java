/** Which of its targets a load balancer uses: its own zone's first, one backup or all. */
@NullMarked
package roundhouse.topology.nodes.targets;

import org.jspecify.annotations.NullMarked;
