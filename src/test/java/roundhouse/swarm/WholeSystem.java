package roundhouse.swarm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import roundhouse.analysis.ProgramVersion;
import roundhouse.analysis.RunRecorder;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.files.RunFile;
import roundhouse.topology.files.SavedRun;

/**
 * A system and what is done to it while it runs.
 *
 * @param log in the order of time, each after all events of its time
 */
record WholeSystem(Topology start, List<Run.Entry> log) {
    WholeSystem {
        log = List.copyOf(log);
    }

    /** Keeps it as a run, though nothing is known of how that ended. */
    void write(Path file, long untilNanos) throws IOException {
        SavedRun run = new SavedRun(
                ProgramVersion.text(),
                start,
                log.stream()
                        .map(entry -> new SavedRun.Given(entry.timeNanos(), Replay.AFTER_ALL, entry.command()))
                        .toList(),
                untilNanos,
                0,
                0,
                null,
                new SavedRun.Trail(1, new long[0], new short[0]));
        RunFile.write(run, file);
    }

    static WholeSystem read(Path file) {
        return switch (RunFile.read(file)) {
            case RunFile.Result.Read(SavedRun run) -> new WholeSystem(run.start(), RunRecorder.log(run));
            case RunFile.Result.Refused refused -> throw new IllegalArgumentException(refused.toString());
        };
    }
}
