/**
 * Whether a history keeps a promise, and if not the smallest part of it that shows it.
 */
@NullMarked
package roundhouse.storage.checking;

import org.jspecify.annotations.NullMarked;
