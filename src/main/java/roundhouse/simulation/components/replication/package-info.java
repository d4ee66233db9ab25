/** What is counted of replicated stores. */
@NullMarked
package roundhouse.simulation.components.replication;

import org.jspecify.annotations.NullMarked;
