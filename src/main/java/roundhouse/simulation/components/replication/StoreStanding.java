package roundhouse.simulation.components.replication;

import roundhouse.storage.replication.ReplicaCounts;

/** How the members of a store stand at this moment, all of them together. */
public interface StoreStanding {
    /** There are none. */
    StoreStanding NONE = new StoreStanding() {
        @Override
        public ReplicaCounts counts() {
            return ReplicaCounts.NONE;
        }

        @Override
        public int term() {
            return 0;
        }

        @Override
        public long mostBehind() {
            return 0;
        }

        @Override
        public long mostLagNanos() {
            return 0;
        }
    };

    /** What they have done beside reading and writing. */
    ReplicaCounts counts();

    /** The number of the newest leader's reign; 0 where none leads. */
    int term();

    /** How many writes, or keys where nobody leads, the one lacks that lacks most. */
    long mostBehind();

    /** For how long the one lacks something that lacks something longest, nanoseconds; 0 where all have all. */
    long mostLagNanos();
}
