/**
 * A primary whose log is shipped to followers, and the watchers that promote one of them.
 */
@NullMarked
package roundhouse.storage.primary;

import org.jspecify.annotations.NullMarked;
