/** A second book-keeping of what caches hold, give and lose, from what a run tells of them, by the rules as they are documented. */
@NullMarked
package roundhouse.swarm.auditing;

import org.jspecify.annotations.NullMarked;
