/**
 * The window: top bar, palette, inspector, dialogs, actions and keys.
 */
@NullMarked
package roundhouse.workbench.shell;

import org.jspecify.annotations.NullMarked;
