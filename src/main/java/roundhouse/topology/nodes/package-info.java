/**
 * The kinds of node and the link, each with its settings beside its record.
 */
@NullMarked
package roundhouse.topology.nodes;

import org.jspecify.annotations.NullMarked;
