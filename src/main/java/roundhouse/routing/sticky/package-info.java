/**
 * Stickiness: which target a client was sent to before, in tables of bounded size.
 */
@NullMarked
package roundhouse.routing.sticky;

import org.jspecify.annotations.NullMarked;
