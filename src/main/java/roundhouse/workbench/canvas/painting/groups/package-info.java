/** Groups of servers on the canvas: as marks under one card, or as cards in a frame. */
@NullMarked
package roundhouse.workbench.canvas.painting.groups;

import org.jspecify.annotations.NullMarked;
