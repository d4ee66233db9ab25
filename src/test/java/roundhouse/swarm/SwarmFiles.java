package roundhouse.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that drawn systems name. */
final class SwarmFiles {
    private static final Path FOLDER = Path.of("target", "swarm");

    private SwarmFiles() {}

    /** Where such a file is from now on. */
    static String written(String name, String text) {
        try {
            Path file = Files.createDirectories(FOLDER).resolve(name).toAbsolutePath();
            Files.writeString(file, text);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
