/** Tables of numbers that make no object for what they hold. */
@NullMarked
package roundhouse.caching.flat;

import org.jspecify.annotations.NullMarked;
