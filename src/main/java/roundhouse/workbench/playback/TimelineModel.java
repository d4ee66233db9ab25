package roundhouse.workbench.playback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.workbench.FigureText;

/**
 * What the timeline shows: how long it is, and a flag for each command of the scenario, each that was given live, and everything else
 * of note that happened.
 *
 * @param spanNanos simulated nanoseconds from the left end to the right
 * @param flags in order of time
 */
record TimelineModel(long spanNanos, List<Flag> flags) {
    /** Marks a command that was given live, in place of an index into the scenario. */
    static final int LIVE = -1;

    /** Marks something that happened by itself, in place of an index into the scenario. */
    static final int NOTE = -2;

    /** What happens closer together than this part of the span shares a flag, which bounds their number. */
    private static final int MOST_NOTES = 200;

    /**
     * @param scenario which command of the scenario it is, {@link #LIVE} for one given live, {@link #NOTE} for what happened by
     *     itself; these two cannot be moved
     * @param details what happened, a sentence a line; empty for commands
     */
    record Flag(long timeNanos, FlagText text, int scenario, List<String> details) {
        Flag(long timeNanos, FlagText text, int scenario) {
            this(timeNanos, text, scenario, List.of());
        }

        boolean movable() {
            return scenario >= 0;
        }
    }

    /**
     * @param start what the run began with
     * @param commands those given live, in order
     * @param notices what happened, in order
     * @param nowNanos while the run goes on past its duration, the timeline grows by halves of it
     */
    static TimelineModel of(
            Topology document, Topology start, List<Run.Entry> commands, List<TranscriptLine> notices, long nowNanos) {
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < document.scenario().size(); i++) {
            TimedCommand timed = document.scenario().get(i);
            flags.add(new Flag(timed.at().toNanos(), FlagText.of(timed.command(), document), i));
        }
        Topology before = start;
        @Nullable Command last = null;
        for (Run.Entry entry : commands) {
            if (!goesOn(last, entry.command())) {
                flags.add(new Flag(entry.timeNanos(), FlagText.of(entry.command(), before), LIVE));
            }
            last = entry.command();
            if (entry.command() instanceof Command.Revise revise) {
                before = revise.topology();
            }
        }
        long spanNanos = spanNanos(document.duration(), nowNanos);
        flags.addAll(notes(
                notices, flags.stream().map(Flag::timeNanos).collect(Collectors.toSet()), spanNanos / MOST_NOTES));
        flags.sort(Comparator.comparingLong(Flag::timeNanos));
        return new TimelineModel(spanNanos, List.copyOf(flags));
    }

    /** Whether a command carries on with what the one before it did to a balancer, as while a token is dragged: they share a flag. */
    private static boolean goesOn(@Nullable Command before, Command command) {
        return before instanceof Command.SetAlgorithm(String first, Balancing was)
                && command instanceof Command.SetAlgorithm(String second, Balancing is)
                && first.equals(second)
                && was.algorithm() == is.algorithm();
    }

    /** Of what was said at the time of a command the command's flag tells. */
    private static List<Flag> notes(List<TranscriptLine> notices, Set<Long> told, long apart) {
        List<Flag> flags = new ArrayList<>();
        List<TranscriptLine> together = new ArrayList<>();
        for (TranscriptLine notice : notices) {
            if (!told.contains(notice.timeNanos())) {
                if (!together.isEmpty()
                        && notice.timeNanos() - together.getFirst().timeNanos() > apart) {
                    flags.add(note(together));
                    together.clear();
                }
                together.add(notice);
            }
        }
        if (!together.isEmpty()) {
            flags.add(note(together));
        }
        return flags;
    }

    private static Flag note(List<TranscriptLine> together) {
        return new Flag(
                together.getFirst().timeNanos(),
                FlagText.of(together),
                NOTE,
                together.stream()
                        .map(notice -> FigureText.clock(notice.timeNanos()) + " " + FigureText.sentence(notice.text()))
                        .toList());
    }

    /** How long the timeline is at that time. */
    static long spanNanos(Duration duration, long nowNanos) {
        long half = Math.max(1, duration.toNanos() / 2);
        return Math.max(2, Math.ceilDiv(nowNanos, half)) * half;
    }

    /** Where a time stands, 0 to 1. */
    double place(long timeNanos) {
        return Math.clamp((double) timeNanos / spanNanos, 0, 1);
    }

    /** The time at a place, rounded to the power of ten that is just over a pixel wide. */
    long timeNanos(double place, double pixels) {
        double perPixel = Math.max(1, spanNanos / Math.max(1, pixels));
        double step = Math.pow(10, Math.ceil(Math.log10(perPixel)));
        return (long) (Math.round(Math.clamp(place, 0, 1) * spanNanos / step) * step);
    }

    /** The document with one command of its scenario at another time, the scenario in order of time. */
    static Topology moved(Topology document, int scenario, long timeNanos) {
        List<TimedCommand> commands = new ArrayList<>(document.scenario());
        commands.set(
                scenario,
                new TimedCommand(
                        Duration.ofNanos(timeNanos), commands.get(scenario).command()));
        commands.sort(Comparator.comparing(TimedCommand::at));
        return document.withScenario(List.copyOf(commands));
    }

    /** The document without one command of its scenario. */
    static Topology removed(Topology document, int scenario) {
        List<TimedCommand> commands = new ArrayList<>(document.scenario());
        commands.remove(scenario);
        return document.withScenario(List.copyOf(commands));
    }
}
