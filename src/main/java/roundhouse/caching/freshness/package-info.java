/** How long an answer is good for: lifetimes, as the real caches count them, and what may be done with what is older. */
@NullMarked
package roundhouse.caching.freshness;

import org.jspecify.annotations.NullMarked;
