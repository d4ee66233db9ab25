package roundhouse.lessons.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.analysis.RunRecorder;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.files.SavedRun;

/**
 * A run that a lesson judges: all that it takes to have it again.
 *
 * @param start what it began with
 * @param log what was done while it ran
 * @param untilNanos how far it got, simulated nanoseconds
 */
public record LessonRun(Topology start, List<Run.Entry> log, long untilNanos) {
    public LessonRun {
        log = List.copyOf(log);
    }

    /** A system left alone until its duration is over. */
    public static LessonRun of(Topology system) {
        return new LessonRun(system, List.of(), system.duration().toNanos());
    }

    public static LessonRun of(SavedRun saved) {
        return new LessonRun(saved.start(), RunRecorder.log(saved), saved.untilNanos());
    }

    /**
     * What was found when it was run once more with these watched.
     *
     * @param now the system as it stood in the end
     */
    record Outcome(Map<Expectation, Verdict> verdicts, Topology now) {}

    /** Runs it, with the watched in place of what the topology itself expects; that changes no event. */
    Outcome outcome(List<Expectation> watched) {
        List<Expectation> distinct = watched.stream().distinct().toList();
        Replay replay = new Replay(
                start.withExpect(distinct),
                log.stream()
                        .filter(entry -> entry.timeNanos() <= untilNanos)
                        .map(entry -> new Run.Entry(
                                entry.timeNanos(), entry.afterEvents(), watching(entry.command(), distinct)))
                        .toList());
        replay.runUntil(untilNanos);
        Map<Expectation, Verdict> verdicts = new LinkedHashMap<>();
        replay.run().report().verdicts().forEach(verdict -> verdicts.put(verdict.expectation(), verdict));
        return new Outcome(verdicts, replay.run().topology());
    }

    private static Command watching(Command command, List<Expectation> watched) {
        return command instanceof Command.Revise(Topology topology)
                ? new Command.Revise(topology.withExpect(watched))
                : command;
    }

    /** The document that whoever plays has before them: the newest revision, or the beginning. */
    public Topology document() {
        Topology document = start;
        for (Run.Entry entry : log) {
            if (entry.command() instanceof Command.Revise(Topology topology)) {
                document = topology;
            }
        }
        return document;
    }

    /** What was done up to its end: while it ran, and by the scenario where that is not the lesson's own. */
    List<Command> done(Topology system) {
        List<Command> done = new ArrayList<>();
        log.stream().filter(entry -> entry.timeNanos() <= untilNanos).forEach(entry -> done.add(entry.command()));
        List<TimedCommand> own = system.scenario();
        document().scenario().stream()
                .filter(timed -> !own.contains(timed) && timed.at().compareTo(Duration.ofNanos(untilNanos)) <= 0)
                .forEach(timed -> done.add(timed.command()));
        return done;
    }
}
