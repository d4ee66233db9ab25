package roundhouse.topology.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.traces.KeyTrace;
import roundhouse.caching.traces.KeyTraceReader;
import roundhouse.caching.traces.TraceLineException;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.RecordedKeys;

/** Reads the files that clients have their keys from, when a document is opened or edited. */
public final class KeyFiles {
    private KeyFiles() {}

    /**
     * The topology with what is in the files of keys that were not looked into yet. One that cannot be read is a problem of the topology,
     * as {@link roundhouse.topology.checks.Validation} finds it.
     *
     * @param directory where the document is; null for nowhere yet
     */
    public static Topology read(Topology topology, @Nullable Path directory) {
        boolean none = topology.nodes().stream().noneMatch(KeyFiles::isOpen)
                && topology.scenario().stream()
                        .noneMatch(timed -> timed.command() instanceof Command.Add add && isOpen(add.node()));
        return none
                ? topology
                : topology.withNodes(topology.nodes().stream()
                                .map(node -> read(node, directory))
                                .toList())
                        .withScenario(topology.scenario().stream()
                                .map(timed -> read(timed, directory))
                                .toList());
    }

    private static boolean isOpen(Node node) {
        return node instanceof Clients clients
                && clients.keys() instanceof KeyDistribution.FromFile from
                && !from.isLoaded();
    }

    private static TimedCommand read(TimedCommand timed, @Nullable Path directory) {
        return timed.command() instanceof Command.Add(Node node, List<roundhouse.topology.nodes.Link> links)
                ? new TimedCommand(timed.at(), new Command.Add(read(node, directory), links))
                : timed;
    }

    private static Node read(Node node, @Nullable Path directory) {
        return isOpen(node)
                        && node instanceof Clients clients
                        && clients.keys() instanceof KeyDistribution.FromFile(String file, RecordedKeys _)
                ? clients.with(Clients.KEYS, new KeyDistribution.FromFile(file, recorded(file, directory)))
                : node;
    }

    private static RecordedKeys recorded(String file, @Nullable Path directory) {
        try {
            Path path = Path.of(file);
            if (directory == null && !path.isAbsolute()) {
                return RecordedKeys.unreadable(
                        file,
                        "its place is counted from that of this document, which is in no file yet; save it first");
            }
            try (BufferedReader lines = Files.newBufferedReader(
                    directory == null ? path : directory.resolve(path), StandardCharsets.UTF_8)) {
                KeyTrace trace = KeyTraceReader.read(lines, null);
                return trace.length() == 0
                        ? RecordedKeys.unreadable(file, "there is no key in it")
                        : RecordedKeys.of(file, trace);
            }
        } catch (InvalidPathException _) {
            return RecordedKeys.unreadable(file, "that is no name of a file");
        } catch (NoSuchFileException _) {
            return RecordedKeys.unreadable(file, "there is no such file");
        } catch (CharacterCodingException _) {
            return RecordedKeys.unreadable(file, "it is no text in UTF-8");
        } catch (TraceLineException e) {
            return RecordedKeys.unreadable(file, "line " + e.line() + ": " + e.getMessage());
        } catch (IOException e) {
            return RecordedKeys.unreadable(file, "it cannot be read (" + e.getMessage() + ")");
        }
    }
}
