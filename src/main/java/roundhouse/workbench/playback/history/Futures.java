package roundhouse.workbench.playback.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The future that is played and those that were kept when something was changed in their past. The engine's thread has it. */
final class Futures {
    /** Beyond so many kept ones the oldest is forgotten, so that what they cost is bounded. */
    static final int MOST = 5;

    private final List<Future> kept = new ArrayList<>();
    private int active;
    private String name = Future.FIRST;
    /** When the active one was branched from the one before, simulated nanoseconds; -1 when it was not. */
    private long sinceNanos = -1;

    private int numbers = 1;

    /** The active one, as far as the tape has got. */
    Future active(Tape tape) {
        return new Future(active, name, tape.start(), tape.commands(), tape.furthestNanos());
    }

    List<Future> kept() {
        return List.copyOf(kept);
    }

    Optional<Future> find(int number) {
        return kept.stream().filter(future -> future.number() == number).findFirst();
    }

    /** Keeps the active one; another begins at that time, called by what is changed. */
    void fork(Future before, String change, long atNanos) {
        keep(before);
        active = numbers++;
        name = change;
        sinceNanos = atNanos;
    }

    /** A further change at the moment where the active one began belongs to its name. */
    void changed(String change, long atNanos) {
        if (atNanos == sinceNanos && !name.endsWith("…")) {
            name = name.contains(", ") ? name + ", …" : name + ", " + change;
        }
    }

    /** The kept one in which the same happens. */
    Optional<Future> like(Future other) {
        return kept.stream().filter(future -> future.same(other)).findFirst();
    }

    /** A kept one becomes the active one, which is kept in its turn. */
    void become(Future next, Future before) {
        kept.remove(next);
        keep(before);
        active = next.number();
        name = next.name();
        sinceNanos = -1;
    }

    void remove(int number) {
        kept.removeIf(future -> future.number() == number);
    }

    private void keep(Future future) {
        kept.add(future);
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }
}
