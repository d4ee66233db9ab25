/** What theory says of caches: pure functions, each with its source, its assumptions and its units. */
@NullMarked
package roundhouse.caching.theory;

import org.jspecify.annotations.NullMarked;
