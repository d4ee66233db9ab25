/** What reports and frames say of replicated stores and of partitions. */
@NullMarked
package roundhouse.simulation.observing.stores;

import org.jspecify.annotations.NullMarked;
