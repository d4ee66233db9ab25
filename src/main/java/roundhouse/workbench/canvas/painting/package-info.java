/**
 * The layers of the canvas, drawn once a pulse: grid, links, cards, dots, and what lies over them.
 */
@NullMarked
package roundhouse.workbench.canvas.painting;

import org.jspecify.annotations.NullMarked;
