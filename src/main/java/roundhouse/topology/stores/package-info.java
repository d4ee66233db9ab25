/**
 * Replicated stores: which databases are members of one, and by what protocol they keep their copies alike.
 */
@NullMarked
package roundhouse.topology.stores;

import org.jspecify.annotations.NullMarked;
