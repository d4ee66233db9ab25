package roundhouse.storage.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A set that merges by itself (OR-set without tombstones; Bieniusa et al. 2012): every add has an event of its own, and a remove drops
 * only the adds it has seen, so an add wins over a concurrent remove.
 *
 * @param <E> the elements, in their natural order
 */
public final class ObservedRemoveSet<E extends Comparable<E>> {
    private Map<E, Set<Dot>> adds = new TreeMap<>();
    private VersionVector known = VersionVector.EMPTY;

    public void add(int replica, E element) {
        known = known.event(replica);
        Set<Dot> dots = new TreeSet<>();
        dots.add(new Dot(replica, known.at(replica)));
        adds.put(element, dots);
    }

    public void remove(E element) {
        adds.remove(element);
    }

    public void merge(ObservedRemoveSet<E> other) {
        Map<E, Set<Dot>> merged = new TreeMap<>();
        keep(merged, this, other);
        keep(merged, other, this);
        adds = merged;
        known = known.merge(other.known);
    }

    private static <E extends Comparable<E>> void keep(
            Map<E, Set<Dot>> merged, ObservedRemoveSet<E> from, ObservedRemoveSet<E> other) {
        from.adds.forEach((element, dots) -> {
            Set<Dot> there = other.adds.getOrDefault(element, Set.of());
            for (Dot dot : dots) {
                if (there.contains(dot) || !other.known.covers(dot)) {
                    merged.computeIfAbsent(element, _ -> new TreeSet<>()).add(dot);
                }
            }
        });
    }

    /** The elements in their order. */
    public List<E> values() {
        return new ArrayList<>(adds.keySet());
    }

    public ObservedRemoveSet<E> copy() {
        ObservedRemoveSet<E> copy = new ObservedRemoveSet<>();
        adds.forEach((element, dots) -> copy.adds.put(element, new TreeSet<>(dots)));
        copy.known = known;
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObservedRemoveSet<?> set && adds.equals(set.adds) && known.equals(set.known);
    }

    @Override
    public int hashCode() {
        return 31 * adds.hashCode() + known.hashCode();
    }
}
