/**
 * The line at the window's lower edge: what is open and selected, and the long work that goes on.
 */
@NullMarked
package roundhouse.workbench.status;

import org.jspecify.annotations.NullMarked;
