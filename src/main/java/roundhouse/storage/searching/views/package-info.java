/**
 * Promises to a client alone and causal consistency: what each read must have seen, and whether one order of the writes explains all
 * answers.
 */
@NullMarked
package roundhouse.storage.searching.views;

import org.jspecify.annotations.NullMarked;
