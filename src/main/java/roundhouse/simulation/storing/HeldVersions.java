package roundhouse.simulation.storing;

import java.util.BitSet;
import roundhouse.storage.replication.Replica;
import roundhouse.tables.LongTable;

/** Which versions one member of a store has: all of them by number, and where nobody leads the newest of each key. */
final class HeldVersions {
    /** The store that it is a member's part of. */
    interface Store {
        /** Whether each key has one member that decides about it. */
        boolean hasLeaders();

        /** Whether what is written are counters or sets, and not values. */
        boolean isCounted();

        /** A member is about to take another version of the key. */
        void takes(long key);

        /** A member has taken it. */
        void took(long key);

        /** A member has given up a version of the key, for another one if that is not {@link Replica#NOTHING}. */
        void dropped(long key, long value, long instead);
    }

    private final Store store;
    /** The versions that it has, by number. */
    private BitSet holds = new BitSet();

    /** The newest version of each key, where nobody leads; of a counter its sum, of a set how much is in it. */
    private final LongTable newest = new LongTable();
    /** Of counters and sets, what tells them apart. */
    private final LongTable prints = new LongTable();

    HeldVersions(Store store) {
        this.store = store;
    }

    BitSet holds() {
        return holds;
    }

    long value(long key) {
        return newest.get(key, Replica.NOTHING);
    }

    long print(long key) {
        return store.isCounted() ? prints.get(key, 0) : value(key);
    }

    long[] keys() {
        return newest.keys();
    }

    /** It has these from now on, and no others. */
    void become(BitSet all) {
        holds = all;
    }

    void holds(long key, long value) {
        if (value != Replica.NOTHING) {
            holds.set((int) value);
            if (!store.hasLeaders()) {
                store.takes(key);
                newest.put(key, value);
                store.took(key);
            }
        }
    }

    void becomes(long key, long value, long print) {
        store.takes(key);
        newest.put(key, value);
        prints.put(key, print);
        store.took(key);
    }

    void drops(long key, long value, long instead) {
        if (value == Replica.NOTHING) {
            return;
        }
        holds.clear((int) value);
        if (instead == Replica.NOTHING && !store.hasLeaders()) {
            // The key is at others from now on.
            store.takes(key);
            newest.put(key, Replica.NOTHING);
            store.took(key);
        }
        store.dropped(key, value, instead);
    }
}
