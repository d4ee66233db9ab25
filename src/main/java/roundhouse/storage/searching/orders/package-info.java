/**
 * Looking for one order of all operations in which every answer is right.
 */
@NullMarked
package roundhouse.storage.searching.orders;

import org.jspecify.annotations.NullMarked;
