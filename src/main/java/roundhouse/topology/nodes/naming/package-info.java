/** How users find out where a name lives. */
@NullMarked
package roundhouse.topology.nodes.naming;

import org.jspecify.annotations.NullMarked;
