package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.Server;

/** The Sweep view: a map of two settings that is started, cancelled, started again, and one cell of it opened. */
class SweepWindowTest extends ScalingWindowTest {
    @Test
    void aMapIsMadeCancelledAndOneOfItsRunsOpened() throws IOException {
        String sample = Files.readString(Path.of("samples", "three-servers.json"));
        open("three.json", sample.replaceFirst("\"seed\"", "\"duration\": \"6s\", \"seed\""));
        type(KeyCode.SPACE);
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> seen("#sweep-start"));

        fill("#sweep-across", "s1.core=1..3");
        fire("#sweep-start");
        assertThat(text("#sweep-state")).contains("\"s1.core\" names no setting; did you mean \"s1.cores\"?");

        fill("#sweep-across", "s1.cores=1..20");
        fill("#sweep-down", "s2.cores=1..20");
        fire("#sweep-start");
        until(() -> filled() >= 1);
        fire("#sweep-cancel");
        until(() -> seen("#sweep-start"));
        assertThat(filled()).as("what is made stays").isBetween(1L, 399L);

        fill("#sweep-across", "s1.cores=1,2,3");
        fill("#sweep-down", "s2.cores=4,5");
        fire("#sweep-start");
        until(() -> filled() == 6 && seen("#sweep-start"));
        assertThat(text("#sweep-state"))
                .contains("s1.cores across, s2.cores down")
                .contains("6 of 6 runs");

        fire("#sweep-cell-3");
        assertThat(session.document().topology().node("s1").orElseThrow())
                .isInstanceOfSatisfying(
                        Server.class, s1 -> assertThat(s1.cores()).isEqualTo(2));
        assertThat(session.document().topology().node("s2").orElseThrow())
                .isInstanceOfSatisfying(
                        Server.class, s2 -> assertThat(s2.cores()).isEqualTo(5));
        assertThat(session.document().changes()).hasSize(1);
        interact(() -> session.document().undo());
        assertThat(session.document().topology().node("s1").orElseThrow())
                .isInstanceOfSatisfying(
                        Server.class, s1 -> assertThat(s1.cores()).isEqualTo(4));
    }
}
