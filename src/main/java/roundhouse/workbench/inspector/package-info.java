/**
 * The inspector: edits what is selected and shows its live figures.
 */
@NullMarked
package roundhouse.workbench.inspector;

import org.jspecify.annotations.NullMarked;
