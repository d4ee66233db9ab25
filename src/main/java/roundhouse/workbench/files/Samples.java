package roundhouse.workbench.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.LessonFile;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** The topologies that come with the program. */
public final class Samples {
    private Samples() {}

    /** All of them, by name; those that cannot be read are left out, for they are the program's own and tested. */
    public static List<Topology> all() {
        return texts("/samples").stream()
                .map(TopologyFile::parse)
                .filter(ReadResult.Read.class::isInstance)
                .map(result -> ((ReadResult.Read) result).topology())
                .toList();
    }

    /** The lessons that come with the program, in their order. */
    public static List<Lesson> lessons() {
        return texts("/samples/lessons").stream()
                .map(LessonFile::parse)
                .filter(LessonFile.Result.Read.class::isInstance)
                .map(result -> ((LessonFile.Result.Read) result).lesson())
                .toList();
    }

    /** What is in the files of a directory of the program, by their names. */
    private static List<String> texts(String name) {
        URL directory = Samples.class.getResource(name);
        if (directory == null) {
            return List.of();
        }
        try {
            URI uri = directory.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    return in(jar.getPath(name));
                }
            }
            return in(Path.of(uri));
        } catch (IOException e) {
            throw new UncheckedIOException("The samples cannot be listed", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(directory.toString(), e);
        }
    }

    /** The one in the file of that name, {@code three-servers.json}. */
    public static Optional<Topology> named(String file) {
        return text(file)
                .map(TopologyFile::parse)
                .filter(ReadResult.Read.class::isInstance)
                .map(result -> ((ReadResult.Read) result).topology());
    }

    /** What stands in the file of that name, {@code templates/web-shop.md}. */
    public static Optional<String> text(String file) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static List<String> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(".json"))
                    .sorted()
                    .map(Samples::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
