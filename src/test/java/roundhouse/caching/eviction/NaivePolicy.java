package roundhouse.caching.eviction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Policies as one would write them in the margin of their paper, with lists that are searched from end to end. */
abstract class NaivePolicy {
    /** Keys, the oldest first. */
    final List<Long> queue = new ArrayList<>();

    final Map<Long, Long> sizes = new TreeMap<>();
    private final boolean bytes;
    private long capacity;

    NaivePolicy(boolean bytes, long capacity) {
        this.bytes = bytes;
        this.capacity = capacity;
    }

    static NaivePolicy of(String name, boolean bytes, long capacity) {
        return switch (name) {
            case "fifo" -> new Fifo(bytes, capacity);
            case "lru" -> new Lru(bytes, capacity);
            case "mru" -> new Mru(bytes, capacity);
            case "clock" -> new Clock(bytes, capacity);
            case "sieve" -> new Sieve(bytes, capacity);
            case "lfu" -> new Lfu(bytes, capacity);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The key to leave of {@link #queue}, in which the newcomer is not yet. */
    abstract long victim();

    void used(long key) {}

    void entered(long key) {}

    void left(long key) {}

    private long units(long size) {
        return bytes ? size : 1;
    }

    private void makeRoom(long units) {
        while (sizes.values().stream().mapToLong(this::units).sum() + units > capacity) {
            drop(victim());
        }
    }

    private void drop(long key) {
        left(key);
        queue.remove((Long) key);
        sizes.remove(key);
    }

    boolean get(long key) {
        boolean here = sizes.containsKey(key);
        if (here) {
            used(key);
        }
        return here;
    }

    void put(long key, long size) {
        boolean here = sizes.containsKey(key);
        if (units(size) > capacity) {
            remove(key);
        } else if (here) {
            sizes.put(key, size);
            used(key);
            makeRoom(0);
        } else {
            makeRoom(units(size));
            queue.add(key);
            sizes.put(key, size);
            entered(key);
        }
    }

    void remove(long key) {
        if (sizes.containsKey(key)) {
            drop(key);
        }
    }

    void resize(long next) {
        capacity = next;
        makeRoom(0);
    }

    private static final class Fifo extends NaivePolicy {
        Fifo(boolean bytes, long capacity) {
            super(bytes, capacity);
        }

        @Override
        long victim() {
            return queue.getFirst();
        }
    }

    private static class Lru extends NaivePolicy {
        Lru(boolean bytes, long capacity) {
            super(bytes, capacity);
        }

        @Override
        void used(long key) {
            queue.remove((Long) key);
            queue.add(key);
        }

        @Override
        long victim() {
            return queue.getFirst();
        }
    }

    private static final class Mru extends Lru {
        Mru(boolean bytes, long capacity) {
            super(bytes, capacity);
        }

        @Override
        long victim() {
            return queue.getLast();
        }
    }

    private static final class Clock extends NaivePolicy {
        private final List<Long> marked = new ArrayList<>();

        Clock(boolean bytes, long capacity) {
            super(bytes, capacity);
        }

        @Override
        void used(long key) {
            if (!marked.contains(key)) {
                marked.add(key);
            }
        }

        @Override
        void left(long key) {
            marked.remove((Long) key);
        }

        @Override
        long victim() {
            while (marked.remove(queue.getFirst())) {
                queue.add(queue.removeFirst());
            }
            return queue.getFirst();
        }
    }

    private static final class Sieve extends NaivePolicy {
        private final List<Long> marked = new ArrayList<>();
        /** How many of the queue the hand has passed. */
        private int passed;

        Sieve(boolean bytes, long capacity) {
            super(bytes, capacity);
        }

        @Override
        void used(long key) {
            if (!marked.contains(key)) {
                marked.add(key);
            }
        }

        @Override
        void left(long key) {
            marked.remove((Long) key);
            if (queue.indexOf(key) < passed) {
                passed--;
            }
            if (passed >= queue.size() - 1) {
                passed = 0;
            }
        }

        @Override
        long victim() {
            while (marked.remove(queue.get(passed))) {
                passed = (passed + 1) % queue.size();
            }
            return queue.get(passed);
        }
    }

    private static final class Lfu extends NaivePolicy {
        private final Map<Long, Long> counts = new TreeMap<>();
        private final Map<Long, Long> since = new TreeMap<>();
        private long changes;

        Lfu(boolean bytes, long capacity) {
            super(bytes, capacity);
        }

        @Override
        void used(long key) {
            counts.merge(key, 1L, Long::sum);
            since.put(key, changes++);
        }

        @Override
        void entered(long key) {
            used(key);
        }

        @Override
        void left(long key) {
            counts.remove(key);
        }

        @Override
        long victim() {
            long least = queue.getFirst();
            for (long key : queue) {
                boolean fewer = counts.get(key) < counts.get(least);
                boolean earlier = counts.get(key).equals(counts.get(least)) && since.get(key) < since.get(least);
                least = fewer || earlier ? key : least;
            }
            return least;
        }
    }
}
