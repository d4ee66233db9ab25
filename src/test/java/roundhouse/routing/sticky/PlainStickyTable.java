package roundhouse.routing.sticky;

import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.Balancer;

/** The rules of a stick table that purges, by a plain list in which everything is searched. Times are in milliseconds. */
final class PlainStickyTable {
    private final int size;
    private final long life;
    /** In the order in which they are looked at. */
    private final List<Entry> queue = new ArrayList<>();

    private int taken;

    private static final class Entry {
        final long key;
        int target;
        long used;
        long queued;

        Entry(long key) {
            this.key = key;
        }
    }

    PlainStickyTable(int size, long life) {
        this.size = size;
        this.life = life;
    }

    int size() {
        return queue.size();
    }

    int find(long key, long now) {
        expire(now);
        for (Entry entry : queue) {
            if (entry.key == key) {
                entry.used = now;
                return entry.target;
            }
        }
        return Balancer.NONE;
    }

    void put(long key, int target, long since, long now) {
        taken--;
        if (find(key, now) == Balancer.NONE) {
            Entry entry = new Entry(key);
            entry.used = now;
            enqueue(entry, since);
        }
        queue.stream().filter(entry -> entry.key == key).forEach(entry -> entry.target = target);
    }

    boolean takeRoom(long now) {
        expire(now);
        if (queue.size() + taken == size) {
            int batch = size / 256 + 1;
            int forgotten = 0;
            for (int looks = 0; looks < 2 * batch && forgotten < batch && !queue.isEmpty(); looks++) {
                Entry first = queue.removeFirst();
                if (first.used == first.queued) {
                    forgotten++;
                } else {
                    enqueue(first, first.used);
                }
            }
            if (forgotten == 0) {
                return false;
            }
        }
        taken++;
        return true;
    }

    private void expire(long now) {
        queue.removeIf(entry -> now - entry.used >= life);
        while (!queue.isEmpty() && now - queue.getFirst().queued >= life) {
            Entry first = queue.removeFirst();
            enqueue(first, first.used);
        }
    }

    private void enqueue(Entry entry, long under) {
        entry.queued = under;
        int place = 0;
        while (place < queue.size() && queue.get(place).queued <= under) {
            place++;
        }
        queue.add(place, entry);
    }
}
