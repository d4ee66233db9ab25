/**
 * The desktop program. Views are FXML bound to view models; view models are tested without a screen.
 */
@NullMarked
package roundhouse.workbench;

import org.jspecify.annotations.NullMarked;
