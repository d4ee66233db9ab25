package roundhouse.exchange.configuration.haproxy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.FileText;

/** Files that a configuration names: maps, and values of ACLs. Only those beside it or below are read. */
final class HaproxyFiles {
    private final @Nullable Path directory;

    HaproxyFiles(@Nullable Path directory) {
        this.directory = directory;
    }

    /** Lines that say something; nothing where there is no such file beside the configuration. */
    Optional<List<String>> lines(String name) {
        if (directory == null) {
            return Optional.empty();
        }
        try {
            Path base = directory.normalize();
            Path wanted = base.resolve(name).normalize();
            Path last = wanted.getFileName();
            Path above = wanted.getParent() == null ? null : wanted.getParent().getFileName();
            // A copy of /etc/haproxy has maps/hosts.map where the configuration says /etc/haproxy/maps/hosts.map.
            return Stream.of(
                            wanted,
                            above == null || last == null
                                    ? wanted
                                    : base.resolve(above).resolve(last),
                            last == null ? wanted : base.resolve(last))
                    .filter(file -> file.startsWith(base))
                    .map(file -> FileText.read(file, "a file of values"))
                    .filter(FileText.Result.Text.class::isInstance)
                    .map(text -> lines(((FileText.Result.Text) text)))
                    .findFirst();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static List<String> lines(FileText.Result.Text text) {
        return text.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
