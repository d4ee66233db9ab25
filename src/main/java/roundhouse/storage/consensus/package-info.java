/**
 * Raft: members elect a leader, which puts all writes into one log.
 */
@NullMarked
package roundhouse.storage.consensus;

import org.jspecify.annotations.NullMarked;
