/** What theory expects of what is selected, beside what the run has measured so far. */
@NullMarked
package roundhouse.workbench.inspector.theory;

import org.jspecify.annotations.NullMarked;
