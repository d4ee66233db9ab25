/** How writes reach cache and store: the steps of each way of writing, queues of what is not stored yet, leases. */
@NullMarked
package roundhouse.caching.writing;

import org.jspecify.annotations.NullMarked;
