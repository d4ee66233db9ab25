/**
 * Tables of sequences of whole numbers that the searches look up millions of times: flat arrays, nothing allocated for an entry.
 */
@NullMarked
package roundhouse.storage.tables;

import org.jspecify.annotations.NullMarked;
