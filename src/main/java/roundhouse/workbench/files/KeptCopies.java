package roundhouse.workbench.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where copies of unsaved changes lie, and whose they are: {@code .NAME.PROCESS.autosave} beside a file, {@code untitled-PROCESS.autosave}
 * in the state directory for a document without one.
 *
 * @param state the state directory; it may not exist yet
 */
record KeptCopies(Path state) {
    private static final Pattern UNTITLED = Pattern.compile("untitled-(\\d{1,18})\\.autosave");

    /** This process's copy of a file's changes; of a document without one for null. */
    Path own(@Nullable Path file) {
        long process = ProcessHandle.current().pid();
        return file == null
                ? state.resolve("untitled-" + process + ".autosave")
                : file.resolveSibling("." + file.getFileName() + "." + process + ".autosave");
    }

    /** Copies of a file's changes that are no older than it and whose process no longer runs, the newest first. */
    List<Path> left(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        // Without a number they were left by a version that gave none.
        Pattern name = Pattern.compile(Pattern.quote("." + file.getFileName()) + "(?:\\.(\\d{1,18}))?\\.autosave");
        List<Path> left = directory == null ? List.of() : in(directory, name);
        FileTime saved = Files.getLastModifiedTime(file);
        List<Path> newer = new ArrayList<>();
        for (Path copy : left) {
            if (Files.getLastModifiedTime(copy).compareTo(saved) >= 0) {
                newer.add(copy);
            }
        }
        Collections.reverse(newer);
        return newer;
    }

    /** Documents without a file that were left by processes that no longer run, the oldest first. */
    List<Path> orphans() throws IOException {
        return Files.isDirectory(state) ? in(state, UNTITLED) : List.of();
    }

    /** The oldest first, so that a reader has them in the order in which they were left. */
    private static List<Path> in(Path directory, Pattern pattern) throws IOException {
        record Aged(FileTime age, Path copy) {}
        List<Aged> found = new ArrayList<>();
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(directory, "*.autosave")) {
            for (Path copy : copies) {
                Matcher name = pattern.matcher(String.valueOf(copy.getFileName()));
                if (name.matches() && Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)) {
                    FileTime age = Files.getLastModifiedTime(copy);
                    if (!runs(name.group(1), age)) {
                        found.add(new Aged(age, copy));
                    }
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found.stream()
                .sorted((a, b) -> a.age().compareTo(b.age()))
                .map(Aged::copy)
                .toList();
    }

    /** Whether its process still runs. One of that number that began after the copy was written is another. */
    private static boolean runs(@Nullable String process, FileTime written) {
        return process != null
                && ProcessHandle.of(Long.parseLong(process))
                        .filter(ProcessHandle::isAlive)
                        .map(handle -> handle.info()
                                .startInstant()
                                .map(start -> !start.isAfter(written.toInstant()))
                                .orElse(true))
                        .orElse(false);
    }
}
