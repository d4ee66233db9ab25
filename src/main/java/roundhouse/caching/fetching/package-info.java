/** Who goes to the origin for a key, who waits for whom, and who is served what is old meanwhile. */
@NullMarked
package roundhouse.caching.fetching;

import org.jspecify.annotations.NullMarked;
