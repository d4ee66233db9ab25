/** The scaling checklist in the window: answers, what mends them, and what came of that. */
@NullMarked
package roundhouse.workbench.checklist;

import org.jspecify.annotations.NullMarked;
