package roundhouse.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.json.Json;

/** Makes a system that fails smaller for as long as it fails in the same way: without commands, nodes, links, settings. */
final class Shrinking {
    /** Steps to a node or a link. */
    private static final int ELEMENT = 2;

    private static final int ANY = Integer.MAX_VALUE;

    private final Predicate<WholeSystem> fails;
    private final long deadlineNanos;
    private WholeSystem best;

    private Shrinking(WholeSystem system, Predicate<WholeSystem> fails, long deadlineNanos) {
        best = system;
        this.fails = fails;
        this.deadlineNanos = deadlineNanos;
    }

    /**
     * The smallest one found.
     *
     * @param fails whether one fails as the first did
     * @param seconds how long it may take
     */
    static WholeSystem of(WholeSystem system, Predicate<WholeSystem> fails, int seconds) {
        Shrinking shrinking = new Shrinking(system, fails, System.nanoTime() + seconds * 1_000_000_000L);
        while (shrinking.step()) {
            // Each step may make others possible.
        }
        return shrinking.best;
    }

    private boolean timeIsUp() {
        return System.nanoTime() - deadlineNanos > 0;
    }

    private boolean step() {
        boolean smaller = false;
        for (int i = best.log().size() - 1; i >= 0; i--) {
            List<Run.Entry> log = new ArrayList<>(best.log());
            log.remove(i);
            smaller |= take(new WholeSystem(best.start(), log));
        }
        // Whole nodes and links first, until none can go any more: what is left has few settings to try.
        while (parts(ELEMENT)) {
            smaller = true;
        }
        smaller |= parts(ANY);
        for (int i = 0; i < best.log().size(); i++) {
            smaller |= revision(i);
        }
        return smaller && !timeIsUp();
    }

    /** What a file may leave out is there again when it is read: then nothing has become smaller. */
    private boolean take(WholeSystem next) {
        if (timeIsUp() || next.equals(best) || !fails.test(next)) {
            return false;
        }
        best = next;
        return true;
    }

    /**
     * Without a part of the topology it begins with, the large ones first.
     *
     * @param steps that lead to the part at most
     */
    private boolean parts(int steps) {
        boolean smaller = false;
        Json.Obj json = RandomSystem.json(best.start());
        for (String pointer : Pointers.all(json)) {
            boolean wanted = pointer.chars().filter(c -> c == '/').count() <= steps;
            Topology next = wanted ? without(json, pointer) : null;
            if (next != null && take(new WholeSystem(next, best.log()))) {
                smaller = true;
                json = RandomSystem.json(next);
            }
        }
        return smaller;
    }

    /** The same of the topology that a command makes of it. */
    private boolean revision(int index) {
        boolean smaller = false;
        Run.Entry entry = best.log().get(index);
        if (entry.command() instanceof Command.Revise(Topology topology)) {
            Json.Obj json = RandomSystem.json(topology);
            for (String pointer : Pointers.all(json)) {
                Topology next = without(json, pointer);
                if (next != null) {
                    List<Run.Entry> log = new ArrayList<>(best.log());
                    log.set(index, new Run.Entry(entry.timeNanos(), entry.afterEvents(), new Command.Revise(next)));
                    if (take(new WholeSystem(best.start(), log))) {
                        smaller = true;
                        json = RandomSystem.json(next);
                    }
                }
            }
        }
        return smaller;
    }

    private static @Nullable Topology without(Json.Obj json, String pointer) {
        Json.Obj next = Pointers.at(json, pointer) == null ? null : Pointers.without(json, pointer);
        return next != null && RandomSystem.read(next) instanceof ReadResult.Read(Topology read) ? read : null;
    }
}
