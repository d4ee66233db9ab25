/** Keys over many members: which have a key, by a placement. */
@NullMarked
package roundhouse.storage.shards;

import org.jspecify.annotations.NullMarked;
