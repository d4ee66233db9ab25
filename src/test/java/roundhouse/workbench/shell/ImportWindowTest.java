package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.exchange.configuration.Imported;
import roundhouse.exchange.configuration.formats.ConfigurationFile;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.importing.ImportedLine;
import roundhouse.workbench.importing.ImportedLines;
import roundhouse.workbench.remembering.Folders;

/** What the window tells of an imported configuration. */
class ImportWindowTest extends WindowTest {
    private static final Path EDGE =
            Path.of("src", "test", "resources", "configurations", "haproxy-edge", "haproxy.cfg");

    /** What two lines are higher than, and one is not, pixels. */
    private static final double TWO_LINES = 24;

    @Test
    void eachReasonTakesOneLineOfTheNoticeAndATooltipHasAllOfIt() {
        size(1024, 640);
        open(EDGE.toAbsolutePath());
        until(() -> there("#banner .banner-details .label"));
        atRest("#banner .close-button");
        List<Label> details =
                List.copyOf(lookup("#banner .banner-details .label").queryAllAs(Label.class));
        assertThat(details).hasSize(5);
        for (Label detail : details) {
            assertThat(detail.getTooltip().getText()).isEqualTo(detail.getText());
            assertThat(detail.getHeight()).as(detail.getText()).isLessThan(TWO_LINES);
            assertThat(asked(() -> ((Text) detail.lookup(".text")).getText())).doesNotContain("\n");
        }
        assertThat(details).anyMatch(label -> label.getText().length() > 90 && label.isTextTruncated());
        Bounds bar = onScreen("#banner .notification-bar > .pane");
        assertThat(details)
                .allMatch(label -> label.localToScreen(label.getBoundsInLocal()).getMaxX() <= bar.getMaxX()
                        && label.localToScreen(label.getBoundsInLocal()).getMaxY() <= bar.getMaxY());
    }

    @Test
    void theDetailsAreInSectionsThatKeysReachAndCopy() {
        size(1024, 640);
        ImportedLines imported = ImportedLines.of("Imported haproxy.cfg", (Imported.Read) ConfigurationFile.read(EDGE));
        DialogPrompts asking =
                new DialogPrompts(stage, new Folders(Preferences.in(Path.of(directory + "/asking.properties"))));
        Platform.runLater(() -> asking.showImported(imported));
        until(() -> there("#imported-lines"));
        ListView<ImportedLine> list = lookup("#imported-lines").query();
        until(list::isFocused);
        assertThat(asked(() -> list.getItems().stream()
                        .filter(ImportedLine.Heading.class::isInstance)
                        .map(ImportedLine::plain)
                        .toList()))
                .containsExactly(
                        "Not understood (28)", "Understood (67)", "Assumed, since no configuration says it (4)");

        assertThat(lookup(".imported-setting").queryAllAs(Label.class))
                .anyMatch(label -> label.getText().equals("log /dev/log local0"));
        assertThat(lookup(".imported-became").queryAllAs(Label.class))
                .anyMatch(label -> label.getHeight() > TWO_LINES)
                .noneMatch(Label::isTextTruncated);
        push(KeyCode.DOWN);
        push(KeyCode.END);
        WaitForAsyncUtils.waitForFxEvents();
        String last = imported.lines().getLast().plain();
        assertThat(lookup(".imported-assumption").queryAllAs(Label.class))
                .anyMatch(label -> Objects.equals(label.getText(), last)
                        && label.localToScene(label.getBoundsInLocal()).getMaxY()
                                <= list.localToScene(list.getBoundsInLocal()).getMaxY());
        push(KeyCode.CONTROL, KeyCode.C);
        assertThat(asked(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(last);
        push(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.CONTROL, KeyCode.C);
        assertThat(asked(() -> Clipboard.getSystemClipboard().getString()).lines())
                .hasSize(imported.lines().size())
                .contains("line 2, not understood: log /dev/log local0 (about logs, not about where requests go)");
        push(KeyCode.ESCAPE);
        until(() -> !there("#imported-lines"));
    }
}
