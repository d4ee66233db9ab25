/** Draws what is under way on the links: a dot, a triangle or a square for each, as pixels. */
@NullMarked
package roundhouse.workbench.canvas.painting.traffic;

import org.jspecify.annotations.NullMarked;
