/** What is written and drawn on the canvas for people; a run does not know of it. */
@NullMarked
package roundhouse.topology.annotations;

import org.jspecify.annotations.NullMarked;
