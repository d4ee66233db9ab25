package roundhouse.swarm.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DataAction;

/**
 * Where each acknowledged write is: in a store or in a cache that is to store it, itself or a newer one in its stead; on its way between
 * them; or counted as lost.
 */
final class WriteAudit {
    private record Place(String at, long key) {}

    private record Write(long key, long stamp) {}

    private final Set<Write> acknowledged = new LinkedHashSet<>();
    private final Map<Place, Long> stores = new LinkedHashMap<>();
    private final Map<Place, Long> dirty = new LinkedHashMap<>();
    private final Set<Long> everDirty = new LinkedHashSet<>();
    private final Map<Integer, Set<Write>> onTheWay = new LinkedHashMap<>();

    void acknowledged(long key, long stamp) {
        acknowledged.add(new Write(key, KeyVersions.version(stamp)));
        if (KeyVersions.dataset(stamp) == KeyVersions.OF_SERVERS && !everDirty.contains(KeyVersions.version(stamp))) {
            // A server has it in itself.
            stores.merge(new Place("servers", key), KeyVersions.version(stamp), Math::max);
        }
    }

    void stored(int dataset, long key, long stamp) {
        stores.put(new Place("store " + dataset, key), KeyVersions.version(stamp));
    }

    void lost(int dataset, long stamp) {
        stores.entrySet()
                .removeIf(kept ->
                        kept.getKey().at.equals("store " + dataset) && kept.getValue() == KeyVersions.version(stamp));
    }

    void dirty(String node, int dataset, long key, long stamp) {
        dirty.put(new Place(node + " of " + dataset, key), KeyVersions.version(stamp));
        everDirty.add(KeyVersions.version(stamp));
    }

    void dirtyRefused(String node, int dataset, long key, long stamp) {
        dirty.remove(new Place(node + " of " + dataset, key), KeyVersions.version(stamp));
    }

    void gavePending(long stamp) {
        assertThat(everDirty)
                .as("what is given before it is stored was written")
                .contains(KeyVersions.version(stamp));
    }

    void dirtyLost(String node) {
        dirty.keySet().removeIf(place -> place.at.startsWith(node + " of "));
    }

    void entered(Attempt attempt) {
        if (attempt.action() == DataAction.WRITE && attempt.whole == null) {
            Set<Write> writes = new LinkedHashSet<>();
            writes.add(new Write(attempt.key(), KeyVersions.version(attempt.data().stamp)));
            for (int i = 0; i < attempt.data().batchSize(); i++) {
                writes.add(new Write(
                        attempt.data().batchKey(i),
                        KeyVersions.version(attempt.data().batchStamp(i))));
            }
            onTheWay.put(attempt.slot, writes);
        }
    }

    void ended(Attempt attempt) {
        onTheWay.remove(attempt.slot);
    }

    /** @param lost whether a version, without its dataset, is counted as lost */
    void check(LongPredicate lost, long countedAsLost) {
        Map<Long, Long> newest = new HashMap<>();
        stores.forEach((place, version) -> newest.merge(place.key, version, Math::max));
        dirty.forEach((place, version) -> newest.merge(place.key, version, Math::max));
        onTheWay.values().forEach(writes -> writes.forEach(write -> newest.merge(write.key, write.stamp, Math::max)));
        Set<Write> kept = new LinkedHashSet<>();
        stores.forEach((place, version) -> kept.add(new Write(place.key, version)));
        dirty.forEach((place, version) -> kept.add(new Write(place.key, version)));
        long count = 0;
        for (Write write : acknowledged) {
            if (lost.test(write.stamp)) {
                count++;
                // What it took the place of, while it was still to be stored, is not counted beside it.
                newest.merge(write.key, write.stamp, Math::max);
            }
        }
        for (Write write : acknowledged) {
            boolean counted = lost.test(write.stamp);
            assertThat(counted || newest.getOrDefault(write.key, 0L) >= write.stamp)
                    .as("an acknowledged write is somewhere or counted as lost: %s", write)
                    .isTrue();
            assertThat(counted && kept.contains(write))
                    .as("an acknowledged write that is there is not counted as lost: %s", write)
                    .isFalse();
        }
        assertThat(countedAsLost)
                .as("acknowledged writes are counted as lost once")
                .isEqualTo(count);
    }
}
