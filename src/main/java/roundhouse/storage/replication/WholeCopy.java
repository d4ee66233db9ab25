package roundhouse.storage.replication;

import roundhouse.tables.LongTable;

/** All data that its sender has, for a member that is too far behind to be sent changes. */
public interface WholeCopy extends Message {
    LongTable values();

    @Override
    default int bytes() {
        return 64 + 16 * values().size();
    }

    @Override
    default Work work() {
        return Work.WRITE;
    }

    @Override
    default boolean replacesAll() {
        return true;
    }
}
