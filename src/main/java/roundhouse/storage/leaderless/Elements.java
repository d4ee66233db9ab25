package roundhouse.storage.leaderless;

import java.util.List;
import roundhouse.storage.replication.Found;
import roundhouse.storage.versions.ObservedRemoveSet;

/** A set that merges by itself: an element that was added while another took it out stays. */
record Elements(ObservedRemoveSet<Long> set) implements Content {
    static final Elements NONE = new Elements(new ObservedRemoveSet<>());

    Elements add(int replica, long element) {
        ObservedRemoveSet<Long> more = set.copy();
        more.add(replica, element);
        return new Elements(more);
    }

    Elements remove(long element) {
        ObservedRemoveSet<Long> fewer = set.copy();
        fewer.remove(element);
        return new Elements(fewer);
    }

    @Override
    public Content merge(Content other) {
        ObservedRemoveSet<Long> merged = set.copy();
        merged.merge(((Elements) other).set);
        return new Elements(merged);
    }

    @Override
    public Found found() {
        List<Long> elements = set.values();
        return new Found(
                elements.size(), elements.stream().mapToLong(Long::longValue).toArray(), this);
    }

    @Override
    public int versions() {
        return set.values().isEmpty() ? 0 : 1;
    }

    @Override
    public long sum() {
        return set.hashCode();
    }

    @Override
    public int bytes() {
        return 8 + 24 * set.values().size();
    }
}
