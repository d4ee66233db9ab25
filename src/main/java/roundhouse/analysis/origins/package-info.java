/** Where figures come from: what each is, by which formula, of what, and what it leaves out. */
@NullMarked
package roundhouse.analysis.origins;

import org.jspecify.annotations.NullMarked;
