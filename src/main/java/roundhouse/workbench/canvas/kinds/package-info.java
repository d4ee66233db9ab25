/** The kinds of node as the palette offers them and as their cards tell of them. */
@NullMarked
package roundhouse.workbench.canvas.kinds;

import org.jspecify.annotations.NullMarked;
