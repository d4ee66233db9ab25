/** What groups of equal servers have: how their size follows the load, and how servers leave them. */
@NullMarked
package roundhouse.topology.nodes.groups;

import org.jspecify.annotations.NullMarked;
