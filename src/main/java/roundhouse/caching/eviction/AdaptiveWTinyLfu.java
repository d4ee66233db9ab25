package roundhouse.caching.eviction;

import java.util.random.RandomGenerator;
import roundhouse.caching.eviction.lists.BlockedSketch;
import roundhouse.caching.eviction.lists.SlotLists;
import roundhouse.caching.eviction.lists.WindowClimber;

/**
 * W-TinyLFU as the library Caffeine has it: the window grows and shrinks in search of a better hit ratio ({@link WindowClimber}), and a
 * candidate that lost although it is warm (6 uses or more) is let in once in 128 times, against attacks on the sketch. Until the cache is
 * half full no use is noted. Source: Caffeine 3.3.1, BoundedLocalCache.java; Einziger, Eytan, Friedman, Manes: Adaptive software cache
 * management, Middleware 2018.
 */
final class AdaptiveWTinyLfu extends ListEviction {
    private static final int WINDOW = 0;
    private static final int PROBATION = 1;
    private static final int PROTECTED = 2;
    private static final double MAIN_SHARE = 0.99;
    private static final double PROTECTED_SHARE = 0.8;
    /** Entries that move between the window and the rest at a time. */
    private static final int MOST_MOVED = 1_000;

    private static final int WARM = 6;
    private static final int ONE_IN = 128;

    private final BlockedSketch sketch = new BlockedSketch();
    private final WindowClimber climber = new WindowClimber();
    private final RandomGenerator random;
    /** Of the two that compete the key of the one that stays; {@link EvictionReason#NONE} where none do. */
    private long rival = EvictionReason.NONE;

    private int lostCandidate = SlotLists.NONE;
    private long windowLimit;
    private long protectedLimit;

    AdaptiveWTinyLfu(Residents residents, RandomGenerator random) {
        super(residents, "window", "probation", "protected");
        this.random = random;
    }

    @Override
    public void capacity(long units) {
        long main = (long) (MAIN_SHARE * units);
        windowLimit = units - main;
        protectedLimit = (long) (PROTECTED_SHARE * main);
        climber.capacity(units);
        if (sketch.counts() && isHalfFull()) {
            sketch.entries(residents.entriesWhenFull());
        }
    }

    private boolean isHalfFull() {
        return residents.usedUnits() >= residents.capacity() / 2;
    }

    @Override
    public void hit(int slot) {
        if (!sketch.counts()) {
            return;
        }
        sketch.raise(residents.key(slot));
        if (lists.list(slot) == PROBATION && residents.units(slot) <= protectedLimit) {
            move(PROTECTED, slot);
        } else {
            lists.renew(slot);
        }
        climber.hit();
        climb();
    }

    @Override
    public void inserted(int slot) {
        if (isHalfFull()) {
            sketch.entries(residents.entriesWhenFull());
        }
        climber.miss();
        sketch.raise(residents.key(slot));
        if (residents.units(slot) > windowLimit) {
            lists.prepend(WINDOW, slot, residents.units(slot));
        } else {
            append(WINDOW, slot);
        }
        shrink();
        climb();
    }

    @Override
    public void shrink() {
        int first = SlotLists.NONE;
        while (lists.units(WINDOW) > windowLimit) {
            int slot = lists.oldest(WINDOW);
            move(PROBATION, slot);
            first = first == SlotLists.NONE ? slot : first;
        }
        makeRoom(first);
    }

    /**
     * Those that left the window, from the first of them, compete with the oldest on probation until all fit; without any, those that are
     * in the window do.
     */
    private void makeRoom(int first) {
        int candidate = first;
        int victim = lists.oldest(PROBATION);
        int victims = PROBATION;
        boolean asksWindow = true;
        while (over()) {
            if (candidate == SlotLists.NONE && asksWindow) {
                candidate = lists.oldest(WINDOW);
                asksWindow = false;
            }
            if (candidate == SlotLists.NONE && victim == SlotLists.NONE) {
                victims = victims == PROBATION ? PROTECTED : WINDOW;
                victim = lists.oldest(victims);
            } else if (victim == SlotLists.NONE) {
                candidate = evictAndNext(candidate);
            } else if (candidate == SlotLists.NONE) {
                victim = evictAndNext(victim);
            } else if (candidate == victim) {
                victim = evictAndNext(victim);
                candidate = SlotLists.NONE;
            } else if (residents.units(candidate) <= residents.capacity() && admits(candidate, victim)) {
                victim = loses(victim, candidate, false);
                candidate = lists.newer(candidate);
            } else {
                candidate = loses(candidate, victim, true);
            }
        }
    }

    private int evictAndNext(int slot) {
        int next = lists.newer(slot);
        evict(slot);
        return next;
    }

    @Override
    public EvictionReason why(int slot) {
        long its = sketch.frequency(residents.key(slot));
        if (rival == EvictionReason.NONE) {
            return EvictionReason.of("the oldest of " + leftName());
        }
        long rivals = sketch.frequency(rival);
        if (slot == lostCandidate) {
            return new EvictionReason(
                    "a candidate for the main part, its frequency " + its + " lost against " + rivals, rival);
        }
        String luck = rivals > its ? "" : ", let in by chance";
        return new EvictionReason(
                "the oldest of " + leftName() + ", its frequency " + its + " lost against " + rivals + luck, rival);
    }

    /** One of two goes. */
    private int loses(int slot, int to, boolean candidate) {
        lostCandidate = candidate ? slot : SlotLists.NONE;
        rival = residents.key(to);
        int next = evictAndNext(slot);
        rival = EvictionReason.NONE;
        return next;
    }

    private boolean admits(int candidate, int victim) {
        long its = sketch.frequency(residents.key(candidate));
        return its > sketch.frequency(residents.key(victim)) || (its >= WARM && random.nextInt(ONE_IN) == 0);
    }

    private void climb() {
        if (!sketch.counts()) {
            climber.forget();
        } else if (isHalfFull()) {
            climber.decide(sketch.usesToHalve());
        } else {
            climber.skip(sketch.usesToHalve());
        }
        demote();
        if (climber.adjustment() > 0) {
            widen();
        } else if (climber.adjustment() < 0) {
            narrow();
        }
    }

    private void demote() {
        for (int moved = 0; moved < MOST_MOVED && lists.units(PROTECTED) > protectedLimit; moved++) {
            move(PROBATION, lists.oldest(PROTECTED));
        }
    }

    private void widen() {
        if (protectedLimit == 0) {
            return;
        }
        long left = Math.min(climber.adjustment(), protectedLimit);
        windowLimit += left;
        protectedLimit -= left;
        demote();
        for (int moved = 0; moved < MOST_MOVED; moved++) {
            int slot = lists.oldest(PROBATION);
            if (slot == SlotLists.NONE || residents.units(slot) > left) {
                slot = lists.oldest(PROTECTED);
            }
            if (slot == SlotLists.NONE || residents.units(slot) > left) {
                break;
            }
            left -= residents.units(slot);
            move(WINDOW, slot);
        }
        windowLimit -= left;
        protectedLimit += left;
        climber.left(left);
    }

    private void narrow() {
        if (windowLimit <= 1) {
            return;
        }
        long left = Math.min(-climber.adjustment(), windowLimit - 1);
        windowLimit -= left;
        protectedLimit += left;
        for (int moved = 0; moved < MOST_MOVED; moved++) {
            int slot = lists.oldest(WINDOW);
            if (slot == SlotLists.NONE || residents.units(slot) > left) {
                break;
            }
            left -= residents.units(slot);
            move(PROBATION, slot);
        }
        windowLimit += left;
        protectedLimit -= left;
        climber.left(-left);
    }
}
