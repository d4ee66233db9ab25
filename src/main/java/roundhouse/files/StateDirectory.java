package roundhouse.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a program keeps what it remembers for its user, as each operating system has it. */
public final class StateDirectory {
    private StateDirectory() {}

    /** The directory of this user on this machine. It may not exist yet. */
    public static Path ofUser() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return under(
                            environment.get("LOCALAPPDATA"),
                            home.resolve("AppData").resolve("Local"))
                    .resolve("Roundhouse");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Roundhouse");
        }
        return under(environment.get("XDG_STATE_HOME"), home.resolve(".local").resolve("state"))
                .resolve("roundhouse");
    }

    private static Path under(@org.jspecify.annotations.Nullable String directory, Path otherwise) {
        return directory == null || directory.isBlank() ? otherwise : Path.of(directory);
    }
}
