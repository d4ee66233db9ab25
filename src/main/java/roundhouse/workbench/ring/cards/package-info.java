/**
 * The boxes beside the ring: loads, comparison, requests of the run, what the last change moved.
 */
@NullMarked
package roundhouse.workbench.ring.cards;

import org.jspecify.annotations.NullMarked;
