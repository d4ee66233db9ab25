/**
 * One class per gesture on the canvas.
 */
@NullMarked
package roundhouse.workbench.canvas.gestures;

import org.jspecify.annotations.NullMarked;
