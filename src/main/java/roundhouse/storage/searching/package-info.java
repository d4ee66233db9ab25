/**
 * What searches have in common: how much they may look at, and what they answer.
 */
@NullMarked
package roundhouse.storage.searching;

import org.jspecify.annotations.NullMarked;
