/** Notes and frames on the canvas: how they are seen, moved, sized, written and collapsed. */
@NullMarked
package roundhouse.workbench.canvas.drawn;

import org.jspecify.annotations.NullMarked;
