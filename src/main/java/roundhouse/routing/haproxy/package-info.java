/** HAProxy's ways to take targets in turn and by what they have in flight. Those by a key are placements, in {@code hashing.mirrors}. */
@NullMarked
package roundhouse.routing.haproxy;

import org.jspecify.annotations.NullMarked;
