package roundhouse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.cli.options.InputException;
import roundhouse.files.NotWrittenException;

/** The files that a command writes. None may be what it reads, nor another one that it writes: the one would take the other's place. */
final class Outputs {
    private final Path input;
    private final Map<Path, String> written = new LinkedHashMap<>();

    /** @param input what the command reads */
    Outputs(Path input) {
        this.input = input;
    }

    /**
     * Takes down a file that will be written; before the work, so that none of it is lost.
     *
     * @param option the option that names it
     */
    void add(String option, Path file) {
        try {
            if (Files.isRegularFile(file) && Files.isRegularFile(input) && Files.isSameFile(file, input)) {
                throw new InputException(option + ": " + file + " is the file that is read; it would be overwritten");
            }
            Path absolute = file.toAbsolutePath().normalize();
            for (Map.Entry<Path, String> other : written.entrySet()) {
                boolean same = absolute.equals(other.getKey())
                        || (Files.isRegularFile(absolute)
                                && Files.isRegularFile(other.getKey())
                                && Files.isSameFile(absolute, other.getKey()));
                if (same) {
                    throw new InputException(option + ": " + file + " is also written by " + other.getValue());
                }
            }
            written.put(absolute, option);
        } catch (IOException e) {
            throw new InputException(String.valueOf(new NotWrittenException(file, e).getMessage()));
        }
    }
}
