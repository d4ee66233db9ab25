package roundhouse.topology.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.FileText;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Problem;

/** Reads and writes saved runs: JSON in UTF-8, at most 20 MB. By custom their names end in {@value #EXTENSION}. */
public final class RunFile {
    public static final String EXTENSION = ".run.json";

    /** What a canonical text names as its {@code $schema}: the {@code $id} of the shipped schema. */
    public static final String SCHEMA = "urn:roundhouse:run:1";

    private RunFile() {}

    /** What came of reading a file. */
    public sealed interface Result {
        record Read(SavedRun run) implements Result {}

        /** At least one problem, the first found first. */
        record Refused(List<Problem> problems) implements Result {}
    }

    /** Reads a file; whatever is wrong with it, or with getting at it, is in the result. */
    public static Result read(Path file) {
        return switch (FileText.read(file, "a run")) {
            case FileText.Result.Text(String text) ->
                writable(text, parse(text, file.toAbsolutePath().getParent()));
            case FileText.Result.Wrong(Problem problem) -> new Result.Refused(List.of(problem));
        };
    }

    /** What can be opened can be saved and opened again. */
    private static Result writable(String text, Result result) {
        return result instanceof Result.Read(SavedRun run)
                ? FileText.writable(text, () -> format(run), "a run")
                        .<Result>map(problem -> new Result.Refused(List.of(problem)))
                        .orElse(result)
                : result;
    }

    /** Reads a text that names no other files. */
    public static Result parse(String text) {
        return parse(text, null);
    }

    private static Result parse(String text, @Nullable Path directory) {
        return switch (JsonText.parse(text)) {
            case JsonText.Result.Value(Json json) -> RunReader.read(json, directory);
            case JsonText.Result.Wrong(Problem problem) -> new Result.Refused(List.of(problem));
        };
    }

    /** The canonical text: the same run always gives the same bytes, and reading them gives the same run. */
    public static String format(SavedRun run) {
        return JsonPrinter.print(RunWriter.json(run));
    }

    /** Writes to a temporary file beside it and renames that, so a crash leaves the old file or the new one. */
    public static void write(SavedRun run, Path file) throws IOException {
        FileText.write(() -> format(run), file, file, "a run");
    }
}
