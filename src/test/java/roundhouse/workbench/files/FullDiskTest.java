package roundhouse.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.topology.Topology;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.files.Prompts.Recovery;

/** A file system of memory that is full, and one that is read-only; in a name space of its own, where such may be mounted. */
class FullDiskTest {
    private static final String SMALL = "mount -t tmpfs -o size=12k none \"$1\"";

    @TempDir
    Path directory;

    private Path disk;
    private Path state;

    @BeforeEach
    void canMount() throws Exception {
        disk = Files.createDirectory(directory.resolve("disk"));
        state = directory.resolve("state");
        assumeThat(mounted(SMALL, "test -d").waitFor(10, TimeUnit.SECONDS)).isTrue();
        assumeThat(mounted(SMALL, "test -d").waitFor()).isZero();
    }

    private List<String> shell(String mount, String then) {
        return List.of("unshare", "-rm", "sh", "-c", mount + " && shift && " + then, "sh", disk.toString());
    }

    private Process mounted(String mount, String then) throws Exception {
        try {
            List<String> command = new ArrayList<>(shell(mount, then + " \"$@\""));
            command.add(disk.toString());
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            assumeThat(e).as("no name spaces here").isNull();
            throw e;
        }
    }

    /** What its user would see who saves a file on that file system. */
    private List<String> seen(String mount, Path stateThere) throws Exception {
        Path saved = directory.resolve("a.json");
        TopologyFile.write(Topology.EMPTY.named("Saved", ""), saved);
        String filled = mount.formatted(saved);
        try (OtherProcess process = new OtherProcess(
                shell(filled, "\"$@\"; grep -c Saved " + disk + "/a.json"),
                FullDisk.class,
                List.of(stateThere.toString(), disk.resolve("a.json").toString()))) {
            return process.lines();
        }
    }

    @Test
    void aFullDiskIsToldAndTheWorkIsKeptElsewhere() throws Exception {
        List<String> seen = seen(SMALL + " && cp %s \"$1\"/a.json", state);
        assertThat(seen.get(0)).isEqualTo("kept: true");
        assertThat(seen.get(1)).isEqualTo("saved: false");
        assertThat(seen.get(2)).contains("a.json was not saved: no space is left there.", "Save as…", "Try again");
        assertThat(seen.get(3)).isEqualTo("changed: true, New");
        assertThat(seen.get(4)).as("the file is as it was").isEqualTo("1");

        Writer next = new Writer(state);
        next.prompts.recover = Recovery.RECOVER;
        assertThat(next.files.recoverLeft()).isTrue();
        assertThat(next.document.topology()).isEqualTo(Topology.EMPTY.named("New", "x".repeat(10_000)));
    }

    @Test
    void whereTheStateIsOnTheFullDiskTooThatIsToldAsWell() throws Exception {
        List<String> seen = seen(SMALL + " && cp %s \"$1\"/a.json", disk.resolve("state"));
        assertThat(seen.get(0)).isEqualTo("kept: false");
        assertThat(seen.get(1)).isEqualTo("saved: false");
        assertThat(seen.get(3)).isEqualTo("changed: true, New");
    }

    @Test
    void aReadOnlyFolderIsToldAndTheWorkIsKeptElsewhere() throws Exception {
        List<String> seen = seen(SMALL + " && cp %s \"$1\"/a.json && mount -o remount,ro \"$1\"", state);
        assertThat(seen.get(0)).isEqualTo("kept: true");
        assertThat(seen.get(1)).isEqualTo("saved: false");
        assertThat(seen.get(2)).contains("a.json was not saved: writing there is not allowed.");
        assertThat(seen.get(3)).isEqualTo("changed: true, New");
        assertThat(seen.get(4)).isEqualTo("1");
    }
}
