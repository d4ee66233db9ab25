/** What theory expects of the caches of a topology, beside what a run measured. */
@NullMarked
package roundhouse.analysis.caching;

import org.jspecify.annotations.NullMarked;
