package roundhouse.storage.versions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of one key at one replica, each with the event that wrote it, and all events the replica knows of: dotted version vectors
 * (Preguiça et al. 2012). A write drops exactly the values that its context covers, so of two writes that did not know of each other both
 * stay, as siblings, even through one replica. Immutable.
 *
 * @param <V> the values
 */
public final class Siblings<V> {
    private final Map<Dot, V> values;
    private final VersionVector known;

    private Siblings(Map<Dot, V> values, VersionVector known) {
        this.values = values;
        this.known = known;
    }

    public static <V> Siblings<V> none() {
        return new Siblings<>(Collections.emptyMap(), VersionVector.EMPTY);
    }

    /** The values in the order of their events. */
    public List<V> values() {
        return new ArrayList<>(values.values());
    }

    /** What whoever reads here has seen: the context of a write that is to replace all of it. */
    public VersionVector context() {
        return known;
    }

    /**
     * After a write through a replica.
     *
     * @param seen the context of the read that it follows; {@link VersionVector#EMPTY} for one that follows none
     */
    public Siblings<V> put(int replica, VersionVector seen, V value) {
        Siblings<V> rest = remove(seen);
        VersionVector more = rest.known.event(replica);
        rest.values.put(new Dot(replica, more.at(replica)), value);
        return new Siblings<>(rest.values, more);
    }

    /** After a deletion of what its client has read. */
    public Siblings<V> remove(VersionVector seen) {
        Map<Dot, V> kept = new TreeMap<>();
        values.forEach((dot, each) -> {
            if (!seen.covers(dot)) {
                kept.put(dot, each);
            }
        });
        return new Siblings<>(kept, known.merge(seen));
    }

    /** After hearing from another replica: a value that only one of both has stays, unless the other knows of it and dropped it. */
    public Siblings<V> merge(Siblings<V> other) {
        Map<Dot, V> kept = new TreeMap<>();
        keep(kept, this, other);
        keep(kept, other, this);
        return new Siblings<>(kept, known.merge(other.known));
    }

    private static <V> void keep(Map<Dot, V> kept, Siblings<V> from, Siblings<V> other) {
        from.values.forEach((dot, value) -> {
            if (other.values.containsKey(dot) || !other.known.covers(dot)) {
                kept.put(dot, value);
            }
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Siblings<?> siblings && values.equals(siblings.values) && known.equals(siblings.known);
    }

    @Override
    public int hashCode() {
        return 31 * values.hashCode() + known.hashCode();
    }
}
