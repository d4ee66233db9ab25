/** A replicated store looked at: how it does, what it promises, and what a run has shown of that. */
@NullMarked
package roundhouse.workbench.stores;

import org.jspecify.annotations.NullMarked;
