/**
 * What the canvas shows and where: the drawing of a topology, the viewport, the newest frame. Needs no screen.
 */
@NullMarked
package roundhouse.workbench.canvas.model;

import org.jspecify.annotations.NullMarked;
