/** How a cache is told that what it holds is no longer true: purges, bans, messages, versions in keys. */
@NullMarked
package roundhouse.caching.invalidation;

import org.jspecify.annotations.NullMarked;
