/**
 * Simulated time: the clock, the event queue, named random streams. Knows nothing of servers or requests.
 */
@NullMarked
package roundhouse.kernel;

import org.jspecify.annotations.NullMarked;
