/** Who is turned away: rate limiters, limits of what goes on at once, circuit breakers. */
@NullMarked
package roundhouse.limits;

import org.jspecify.annotations.NullMarked;
