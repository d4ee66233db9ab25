/**
 * What clients asked a store and were told: operations with their call and return, of which some never returned.
 */
@NullMarked
package roundhouse.storage.history;

import org.jspecify.annotations.NullMarked;
