package roundhouse.simulation.storing;

import roundhouse.storage.leaderless.PreferenceList;
import roundhouse.storage.replication.Replica;

/** A member of a store whose keys change hands. */
interface ShardMember extends MemberData {
    Replica replica();

    boolean isUp();

    /** Whether it never comes back. */
    boolean isGone();

    /** Keys are at other members from now on. */
    void change(int number, PreferenceList after);
}
