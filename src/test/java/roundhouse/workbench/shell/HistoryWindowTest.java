package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.storage.checking.Check;

/** A history from a file, through the real window. */
class HistoryWindowTest extends WindowTest {
    private static final String STALE = """
            {"model": "register", "initial": 0, "operations": [
            ["A", "write", "x", 1, null, 0, 10],
            ["A", "write", "x", 2, null, 20, 30],
            ["D", "read", "y", null, 0, 21, 29],
            ["C", "read", "x", null, 1, 40, 50],
            ["A", "write", "x", 3, null, 60, null]]}
            """;

    private void openHistory(String text) throws IOException {
        prompts.open = Files.writeString(directory.resolve("stale.json"), text);
        push(KeyCode.CONTROL, KeyCode.K);
        write("open history");
        push(KeyCode.ENTER);
        until(() -> there("#history-dialog"));
    }

    private String text(String query) {
        return lookup(query).<Label>query().getText();
    }

    private String lanes() {
        return Objects.requireNonNullElse(lookup("#history-lanes").query().getAccessibleText(), "");
    }

    private void choose(Check check) {
        interact(() -> lookup("#history-check").<ComboBox<Check>>query().setValue(check));
    }

    @Test
    void aHistoryIsCheckedAndItsCounterExampleIsDrawn() throws IOException {
        openHistory(STALE);
        until(() -> text("#history-verdict")
                .equals("linearizable is broken: 2 operations of 5 cannot all be right, whatever else happened."));
        assertThat(lanes())
                .contains("(2) write x = 2 by A, called at 20, returned at 30")
                .contains("(2) had overwritten it before (3)");
        assertThat(lookup("#history-order .chip").queryAll()).hasSize(2);
        assertThat(lookup("#history-why .label").<Label>queryAll())
                .extracting(Label::getText)
                .contains("(1) write x 1 by A returned at 10, before (2) write x 2 by A was called at 20.");
        choose(Check.PRAM);
        until(() -> text("#history-verdict").startsWith("pram holds: "));
        assertThat(there("#history-order .chip")).isFalse();
        choose(Check.K_ATOMIC);
        until(() -> text("#history-verdict").startsWith("k-atomic holds within 2 versions"));
    }

    @Test
    void keysWalkThroughTheCounterExample() throws IOException {
        openHistory(STALE);
        until(() -> !lanes().isEmpty());
        interact(() -> lookup("#history-lanes").query().requestFocus());
        push(KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("#history-details")).startsWith("(1) write x = 1 by A, called at 0, returned at 10");
        push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("#history-details")).isEqualTo("(2) write x = 2 by A, called at 20, returned at 30");
        push(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("#history-details")).startsWith("(3) read x → 1 by C");
        push(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("#history-details")).isEqualTo("read y → 0 by D, called at 21, returned at 29");
    }

    @Test
    void whatCannotBeCheckedIsSaidAndNothingIsDrawn() throws IOException {
        openHistory("{\"operations\": [[\"A\",\"add\",\"s\",1,null,0,10]]}");
        until(() -> text("#history-verdict").startsWith("linearizable holds"));
        choose(Check.CAUSAL);
        until(() -> text("#history-told").startsWith("causal is about reads and writes"));
        assertThat(lookup(".history-view").query().isVisible()).isFalse();
        choose(Check.SEQUENTIAL);
        until(() -> lookup(".history-view").query().isVisible());
        assertThat(lookup("#history-told").query().isManaged()).isFalse();
    }

    @Test
    void aCheckThatTakesLongIsCancelled() throws IOException {
        StringBuilder adds = new StringBuilder("{\"operations\": [");
        for (int i = 0; i < 40; i++) {
            adds.append("[\"c").append(i).append("\",\"add\",\"s\",").append(i).append(",null,0,100],");
        }
        openHistory(adds.append("[\"r\",\"read\",\"s\",null,[99],50,60]]}").toString());
        until(() -> lookup("#history-cancel").query().isVisible());
        clickOn("#history-cancel");
        until(() -> text("#history-told").equals("Cancelled before there was a verdict."));
        assertThat(lookup("#history-again").query().isDisabled()).isFalse();
    }

    @Test
    void ofAFileWithSeveralOneIsChosen() throws IOException {
        openHistory("{\"cases\": [{\"id\": \"one\", \"model\": \"register\", \"initial\": 0, \"operations\": []}, "
                + STALE.replaceFirst("\\{", "{\"id\": \"two\", ") + "]}");
        until(() -> text("#history-verdict").startsWith("linearizable holds"));
        assertThat(lookup("#history-name").<ComboBox<String>>query().getItems()).containsExactly("one", "two");
        interact(() -> lookup("#history-name").<ComboBox<String>>query().setValue("two"));
        until(() -> text("#history-verdict").startsWith("linearizable is broken"));
    }
}
