/**
 * The Design view's canvas: its surface, and what pointer, keys and menus do there.
 */
@NullMarked
package roundhouse.workbench.canvas;

import org.jspecify.annotations.NullMarked;
