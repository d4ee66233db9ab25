package roundhouse.storage.leaderless;

import java.util.List;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.versions.Siblings;
import roundhouse.storage.versions.VersionVector;

/** All versions that did not know of each other stay, until a write whose client has read them. */
record SideBySide(Siblings<Long> siblings) implements Content {
    static final SideBySide NONE = new SideBySide(Siblings.none());

    /** @param context what the writer has read; anything else but siblings is nothing */
    SideBySide put(int replica, Seen context, long value) {
        return new SideBySide(siblings.put(replica, read(context), value));
    }

    SideBySide remove(Seen context) {
        return new SideBySide(siblings.remove(read(context)));
    }

    private static VersionVector read(Seen context) {
        return context instanceof SideBySide seen ? seen.siblings.context() : VersionVector.EMPTY;
    }

    @Override
    public Content merge(Content other) {
        return new SideBySide(siblings.merge(((SideBySide) other).siblings));
    }

    @Override
    public Found found() {
        List<Long> values = siblings.values();
        return new Found(
                values.isEmpty() ? Replica.NOTHING : values.getLast(),
                values.stream().mapToLong(Long::longValue).toArray(),
                this);
    }

    @Override
    public int versions() {
        return siblings.values().size();
    }

    @Override
    public long sum() {
        return siblings.hashCode();
    }

    @Override
    public int bytes() {
        return 8 + 24 * versions();
    }
}
