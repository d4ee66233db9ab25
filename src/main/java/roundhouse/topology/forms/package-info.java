/**
 * The forms in which people set things: fields, how each is edited, what is typed. Nothing of the screen.
 */
@NullMarked
package roundhouse.topology.forms;

import org.jspecify.annotations.NullMarked;
