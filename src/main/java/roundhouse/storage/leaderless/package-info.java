/**
 * Replicas without a leader: whoever is asked coordinates, so many must have a write and so many are asked for a read.
 */
@NullMarked
package roundhouse.storage.leaderless;

import org.jspecify.annotations.NullMarked;
