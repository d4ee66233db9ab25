package roundhouse.workbench.playback.history;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;

/**
 * One course of the run: what it began with, and the commands given. Everything else is replayed from these.
 *
 * @param number its own for as long as the document is open
 * @param name what was changed to begin it, for people
 * @param start the topology at time 0
 * @param commands everything done while it ran, in order
 * @param furthestNanos how far it was played, simulated nanoseconds
 */
public record Future(int number, String name, Topology start, List<Run.Entry> commands, long furthestNanos) {
    /** What the first one is called. */
    public static final String FIRST = text("playback.original-run");

    /** The document at its end, as far as a run knows it. */
    public Topology topology() {
        Topology last = start;
        for (Run.Entry entry : commands) {
            if (entry.command() instanceof Command.Revise(Topology revised)) {
                last = revised;
            }
        }
        return last;
    }

    /** When the two part, simulated nanoseconds: up to there they are the same run. */
    public long partingNanos(Future other) {
        return switch (EditEffect.of(start, other.start)) {
            case RESTART, REVISE -> 0;
            case REPLAY, NONE ->
                Math.min(commandsPartNanos(other), scenariosPartNanos(start.scenario(), other.start.scenario()));
        };
    }

    private long commandsPartNanos(Future other) {
        int shorter = Math.min(commands.size(), other.commands.size());
        for (int i = 0; i < shorter; i++) {
            Run.Entry mine = commands.get(i);
            Run.Entry theirs = other.commands.get(i);
            if (!same(mine, theirs)) {
                return Math.min(mine.timeNanos(), theirs.timeNanos());
            }
        }
        return Math.min(timeNanos(commands, shorter), timeNanos(other.commands, shorter));
    }

    /** Whether everything in them is the same. */
    boolean same(Future other) {
        return partingNanos(other) == Long.MAX_VALUE;
    }

    /** Whether the same was done at the same time; the scenario of a revision is that of the start. */
    private static boolean same(Run.Entry first, Run.Entry second) {
        if (first.timeNanos() != second.timeNanos()) {
            return false;
        }
        if (first.command() instanceof Command.Revise(Topology before)
                && second.command() instanceof Command.Revise(Topology after)) {
            return EditEffect.of(before, after) != EditEffect.REVISE;
        }
        return first.command().equals(second.command());
    }

    private static long timeNanos(List<Run.Entry> commands, int index) {
        return index < commands.size() ? commands.get(index).timeNanos() : Long.MAX_VALUE;
    }

    /** The first time at which one has a command that the other has not. */
    private static long scenariosPartNanos(List<TimedCommand> first, List<TimedCommand> second) {
        return Math.min(firstMissingNanos(first, second), firstMissingNanos(second, first));
    }

    private static long firstMissingNanos(List<TimedCommand> of, List<TimedCommand> from) {
        return of.stream()
                .filter(timed -> !from.contains(timed))
                .mapToLong(timed -> timed.at().toNanos())
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
