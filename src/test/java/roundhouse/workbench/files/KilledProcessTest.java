package roundhouse.workbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.topology.Topology;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.files.Prompts.Recovery;

/** A program that is killed while it writes loses nothing that was kept, and the next one offers it. */
class KilledProcessTest {
    @TempDir
    Path directory;

    /** Lets a program edit until it has said that many edits, kills it a while later, and answers the last that it said. */
    private int killed(int edits, long laterNanos, Path... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        for (Path argument : arguments) {
            all.add(argument.toString());
        }
        try (OtherProcess editing = new OtherProcess(List.of(), EndlessEditing.class, all)) {
            int said = 0;
            while (said < edits) {
                said = Integer.parseInt(editing.line());
            }
            LockSupport.parkNanos(laterNanos);
            editing.kill();
            List<String> rest = editing.lines();
            return rest.isEmpty() ? said : Integer.parseInt(rest.getLast());
        }
    }

    private static int number(Topology topology) {
        assertThat(topology.description()).as("whole").hasSize(10_000);
        return Integer.parseInt(topology.name());
    }

    @Test
    void changesToAFileAreOfferedByTheNextProgramAtItsStart() throws Exception {
        Path file = directory.resolve("a.json");
        TopologyFile.write(Topology.EMPTY.named("Saved", ""), file);
        Path state = directory.resolve("state");
        for (int round = 0; round < 3; round++) {
            int kept = killed(2 + round, TimeUnit.MICROSECONDS.toNanos(700L * round), state, file);
            Writer next = new Writer(state);
            next.prompts.recover = Recovery.RECOVER;
            assertThat(next.files.recoverLeft()).isTrue();
            assertThat(next.prompts.asked).containsExactly("recover a.json");
            assertThat(number(next.document.topology())).isBetween(kept, kept + 1);
            assertThat(next.document.fileProperty().get()).isEqualTo(file);
            assertThat(next.document.dirtyProperty().get()).isTrue();
            assertThat(TopologyFile.read(file))
                    .as("the file itself")
                    .extracting("topology.name")
                    .isEqualTo("Saved");
            next.document.undo();
            assertThat(next.document.topology().name()).isEqualTo("Saved");
        }
    }

    @Test
    void aDocumentWithoutAFileIsOfferedToo() throws Exception {
        Path state = directory.resolve("state");
        int kept = killed(2, TimeUnit.MILLISECONDS.toNanos(1), state);
        Writer next = new Writer(state);
        next.prompts.recover = Recovery.NOT_NOW;
        assertThat(next.files.recoverLeft()).isFalse();
        next.prompts.recover = Recovery.RECOVER;
        assertThat(next.files.recoverLeft()).isTrue();
        assertThat(number(next.document.topology())).isBetween(kept, kept + 1);
    }
}
