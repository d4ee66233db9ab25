/** The scaling checklist: nine questions to a design, answered from the design and, where it has run, from the run. */
@NullMarked
package roundhouse.analysis.checklist;

import org.jspecify.annotations.NullMarked;
