/** Asking about requests: which there were, what became of one hop by hop, and why each pick was made. */
@NullMarked
package roundhouse.workbench.why;

import org.jspecify.annotations.NullMarked;
