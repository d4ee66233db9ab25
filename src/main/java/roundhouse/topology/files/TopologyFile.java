package roundhouse.topology.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.json.FileText;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;

/** Reads and writes topology files: JSON in UTF-8, at most 20 MB. */
public final class TopologyFile {
    /** What a canonical text names as its {@code $schema}: the {@code $id} of the shipped schema. */
    public static final String SCHEMA = "urn:roundhouse:topology:1";

    /** The key under which a file names its schema. */
    public static final String SCHEMA_KEY = "$schema";

    /** The key of the format's version. */
    public static final String FORMAT_KEY = "format";

    private TopologyFile() {}

    /** Reads a file; whatever is wrong with it, or with getting at it, is in the result. */
    public static ReadResult read(Path file) {
        return parsed(FileText.read(file, "a topology"), file.toAbsolutePath().getParent());
    }

    private static ReadResult parsed(FileText.Result text, @Nullable Path directory) {
        return switch (text) {
            case FileText.Result.Text(String read) -> writable(read, parse(read, directory));
            case FileText.Result.Wrong(Problem problem) -> new ReadResult.Refused(List.of(problem));
        };
    }

    /** What can be opened can be saved and opened again. */
    private static ReadResult writable(String text, ReadResult result) {
        return result instanceof ReadResult.Read(Topology topology)
                ? FileText.writable(text, () -> format(topology), "a topology")
                        .<ReadResult>map(problem -> new ReadResult.Refused(List.of(problem)))
                        .orElse(result)
                : result;
    }

    /** Reads a text that names no other files. A byte order mark at its beginning is ignored. */
    public static ReadResult parse(String text) {
        return parse(text, null);
    }

    /**
     * Reads a text.
     *
     * @param directory where the files are that it names; null for nowhere
     */
    public static ReadResult parse(String text, @Nullable Path directory) {
        return switch (JsonText.parse(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            case JsonText.Result.Value(Json json) -> TopologyReader.read(json, directory);
            case JsonText.Result.Wrong(Problem problem) -> new ReadResult.Refused(List.of(problem));
        };
    }

    /** Makes one of a value within another file; it names no other files. */
    public static ReadResult of(Json json) {
        return TopologyReader.read(json, null);
    }

    /** The value of {@link #format}, to stand within another file. */
    public static Json.Obj json(Topology topology) {
        return TopologyWriter.json(topology);
    }

    /**
     * The canonical text: the same topology always gives the same bytes, and reading them gives the same topology.
     *
     * @throws IllegalArgumentException when the scenario holds a {@link Command.Revise}, which files cannot
     */
    public static String format(Topology topology) {
        return JsonPrinter.print(TopologyWriter.json(topology));
    }

    /** Writes to a temporary file beside it and renames that, so a crash leaves the old file or the new one. */
    public static void write(Topology topology, Path file) throws IOException {
        FileText.write(() -> format(topology), file, file, "a topology");
    }

    /** As {@link #write}, into a file that may be read by those who may read another; of null, by all who may read a new file. */
    public static void writeLike(@Nullable Path other, Topology topology, Path file) throws IOException {
        FileText.write(() -> format(topology), file, other, "a topology");
    }
}
