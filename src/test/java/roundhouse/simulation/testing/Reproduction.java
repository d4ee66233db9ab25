package roundhouse.simulation.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import roundhouse.topology.Topology;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Units;

/**
 * Keeps the system in which a random test found a mistake: as a file with its scenario and seed, and with a command that runs it again
 * up to the very moment.
 */
public final class Reproduction {
    private static final Path FOLDER = Path.of("target", "swarm");

    private Reproduction() {}

    /**
     * Watches a run of the topology and has the check done on it. Whatever is wrong is thrown with the command in front.
     *
     * @param name the file's, without its ending
     */
    public static void check(Topology topology, String name, Consumer<WatchedRun> check) {
        long reached = 0;
        try {
            WatchedRun run = new WatchedRun(topology);
            try {
                check.accept(run);
            } finally {
                reached = run.run().nowNanos();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(command(topology, name, reached) + " runs into this: " + e, e);
        }
    }

    private static String command(Topology topology, String name, long reached) {
        Path file = FOLDER.resolve(name + ".json");
        try {
            Files.createDirectories(FOLDER);
            TopologyFile.write(topology, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "roundhouse run " + file + " --for " + Units.format(Duration.ofNanos(Math.max(1, reached)));
    }
}
