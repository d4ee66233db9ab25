/**
 * What nodes and links are made of: arrivals, distributions, algorithms, health rules, retries, each with its settings beside its record.
 */
@NullMarked
package roundhouse.topology.nodes.parts;

import org.jspecify.annotations.NullMarked;
