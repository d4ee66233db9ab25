/**
 * The Design view's canvas: layers drawn once a pulse, node cards, and one class per gesture.
 */
@NullMarked
package roundhouse.workbench.canvas;

import org.jspecify.annotations.NullMarked;
