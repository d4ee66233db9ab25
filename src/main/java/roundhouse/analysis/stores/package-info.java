/** The same design with its store set otherwise, and what runs of each setting show: latency, staleness, and what a partition does. */
@NullMarked
package roundhouse.analysis.stores;

import org.jspecify.annotations.NullMarked;
