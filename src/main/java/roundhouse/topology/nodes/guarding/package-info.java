/** Whom a node turns away: limits of rates and of what goes on at once, and rules of access. */
@NullMarked
package roundhouse.topology.nodes.guarding;

import org.jspecify.annotations.NullMarked;
