package roundhouse.simulation.storing;

import java.util.BitSet;

/** What a member of a store has, in versions by their numbers. */
interface MemberData {
    /** All that it has. */
    BitSet holds();

    /** What it has under a key, where nobody leads; 0 for nothing. */
    long value(long key);

    /** What tells what it has under a key apart from what others have. */
    default long print(long key) {
        return value(key);
    }

    /** The keys under which it has something, where nobody leads. */
    long[] keys();
}
