/** Files that pictures of the canvas are written to: PNG, GIF and SVG. Knows neither the canvas nor a run. */
@NullMarked
package roundhouse.workbench.canvas.pictures;

import org.jspecify.annotations.NullMarked;
