package roundhouse.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path directory;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsCutShortLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "old");
        assertThatThrownBy(() -> WholeFile.bytes(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(NotWrittenException.class)
                .hasMessage("cannot write " + file + ": no space is left there");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void whatIsCutShortLeavesNoFileWhereThereWasNone() throws IOException {
        assertThatThrownBy(() -> WholeFile.text(directory.resolve("a.json"), out -> {
                    out.write("half");
                    throw new IllegalStateException("a mistake");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void theTemporaryFileIsNewAndItsNameDiffersEachTime() throws IOException {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            WholeFile.bytes(directory.resolve("a.json"), _ -> seen.addAll(names()));
        }
        List<String> temporary =
                seen.stream().filter(name -> name.endsWith(".tmp")).toList();
        assertThat(temporary)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(name ->
                        name.matches("\\.a\\.json\\." + ProcessHandle.current().pid() + "-[0-9a-f]{16}\\.tmp"));
    }

    private Path left(String name, int secondsAgo) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "half");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(secondsAgo)));
        return file;
    }

    @Test
    void whatAKilledProgramLeftGoesWithTheNextWrite() throws IOException {
        Path dead = left(".b.json.999999999999-0123456789abcdef.tmp", 120);
        Path fresh = left(".a.json.999999999999-1123456789abcdef.tmp", 10);
        Path living = left(".a.json." + ProcessHandle.current().pid() + "-0123456789abcdef.tmp", 120);
        Path others = left(".a.json.notes.tmp", 120);
        WholeFile.text(directory.resolve("a.json"), "new");
        assertThat(dead).doesNotExist();
        assertThat(List.of(fresh, living, others)).allMatch(Files::exists);
    }

    @Test
    void noOneElseMayReadItWhileItIsWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        List<String> permissions = new ArrayList<>();
        WholeFile.bytes(file, _ -> {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path each : files.toList()) {
                    permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
                }
            }
        });
        assertThat(permissions).containsExactly("rw-------", "rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), file);
        WholeFile.text(link, "new");
        assertThat(Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(file).hasContent("new");
    }

    @Test
    void aFullDeviceNamesTheFile() {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        assertThatThrownBy(() -> WholeFile.text(full, "text"))
                .hasMessage("cannot write /dev/full: no space is left there");
        assertThat(full).exists();
    }

    @Test
    void placesWhereNothingCanBeWrittenAreNamed() throws IOException {
        Path missing = directory.resolve("missing").resolve("a.json");
        assertThatThrownBy(() -> WholeFile.text(missing, "text"))
                .hasMessage("cannot write " + missing + ": its directory does not exist");
        assertThatThrownBy(() -> WholeFile.text(directory, "text"))
                .hasMessage("cannot write " + directory + ": it is a directory");
        Path under = Files.writeString(directory.resolve("file"), "").resolve("a.json");
        assertThatThrownBy(() -> WholeFile.text(under, "text"))
                .hasMessage("cannot write " + under + ": a file is in the place of its directory");
    }

    @Test
    void aLongNameIsWritten() throws IOException {
        Path file = directory.resolve("ü".repeat(120) + ".json");
        WholeFile.text(file, "text");
        assertThat(file).hasContent("text");
    }
}
