package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** Another program writes to the file that the window shows. */
class FileChangedTest extends WindowTest {
    @Test
    void isToldAtOnceWithoutMovingTheCanvasAndCanBeReloaded() throws IOException {
        openSample("three-servers.json");
        Path file = directory.resolve("three-servers.json");
        Bounds before = onScreen(".canvas-view");
        Files.writeString(file, Files.readString(file).replace("\"seed\": 42", "\"seed\": 7"));
        until(() -> lookup("#banner").query().isVisible());
        assertThat(lookup("#banner").query().getAccessibleText())
                .isEqualTo("three-servers.json was changed by another program.");
        assertThat(lookup("#banner .label").queryAllAs(Label.class))
                .anyMatch(label -> label.getText().contains("seed is 42 here, 7 in the file"));
        assertThat(onScreen(".canvas-view")).isEqualTo(before);

        atRest("#banner .close-button");
        clickOn("Reload");
        until(() -> session.document().topology().seed() == 7);
        assertThat(asked(() -> session.document().dirtyProperty().get())).isFalse();
        assertThat(lookup("#banner").query().isVisible()).isFalse();
    }
}
