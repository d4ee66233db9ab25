/** Who is turned away: circuit breakers. */
@NullMarked
package roundhouse.limits;

import org.jspecify.annotations.NullMarked;
