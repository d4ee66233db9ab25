/** The undo history as a list: what was done, and where in it the document stands. */
@NullMarked
package roundhouse.workbench.undo;

import org.jspecify.annotations.NullMarked;
