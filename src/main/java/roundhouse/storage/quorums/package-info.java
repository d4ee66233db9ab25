/**
 * What numbers of replicas promise: overlap, availability, staleness, Cassandra's levels. Closed formulas, exact fractions.
 */
@NullMarked
package roundhouse.storage.quorums;

import org.jspecify.annotations.NullMarked;
