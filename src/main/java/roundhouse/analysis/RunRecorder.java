package roundhouse.analysis;

import java.util.List;
import roundhouse.simulation.CommandLog;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.files.SavedRun;

/** Replays a log and records the trail that later replays are checked against. */
public final class RunRecorder {
    private static final int STEPS = 10_000;

    private final List<Run.Entry> log;
    private final long untilNanos;
    private final Replay replay;
    private final TrailBuilder trail = new TrailBuilder();

    /** @param endNanos where it ends, simulated nanoseconds; where its log ends, if that is before */
    public RunRecorder(Topology start, List<Run.Entry> log, long endNanos) {
        untilNanos = Math.min(endNanos, CommandLog.goodUntilNanos(log));
        this.log = log.stream().filter(entry -> entry.timeNanos() <= untilNanos).toList();
        replay = new Replay(start, this.log);
    }

    /** Goes on a little; false when it has come to the end. */
    public boolean advance() {
        for (int i = 0; i < STEPS; i++) {
            long events = replay.run().events();
            if (!replay.stepWithin(untilNanos)) {
                replay.runUntil(untilNanos);
                return false;
            }
            if (replay.run().events() > events) {
                trail.add(replay.run().digest());
            }
        }
        return true;
    }

    /** The whole run, recorded. */
    public SavedRun finish() {
        while (advance()) {
            // Each call runs one slice.
        }
        Run run = replay.run();
        return new SavedRun(
                ProgramVersion.text(),
                replay.start(),
                log.stream()
                        .map(entry -> new SavedRun.Given(entry.timeNanos(), entry.afterEvents(), entry.command()))
                        .toList(),
                untilNanos,
                run.events(),
                run.digest(),
                run.report().figuresDigest(),
                trail.trail());
    }

    /** The log of a saved run, as a replay takes it. */
    public static List<Run.Entry> log(SavedRun saved) {
        return saved.log().stream()
                .map(given -> new Run.Entry(given.timeNanos(), given.afterEvents(), given.command()))
                .toList();
    }
}
