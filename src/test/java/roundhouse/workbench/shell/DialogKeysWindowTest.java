package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.exchange.configuration.LineNote;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.importing.ImportedLine;
import roundhouse.workbench.importing.ImportedLines;
import roundhouse.workbench.remembering.Folders;
import roundhouse.workbench.shell.walking.Findings;

/** Every dialog by keyboard alone: it opens, everything in it has a name and is reached by Tab, and it closes. */
class DialogKeysWindowTest extends WindowTest {
    private static final String HISTORY = """
            {"model":"register","initial":0,"operations":[["c1","write","x",1,null,0,10],["c2","read","x",null,0,20,30]]}
            """;

    /** What asks, and what it is asked with. */
    private enum Question {
        SAVE_CHANGES("Save the changes to x.json?", prompts -> prompts.saveChanges("x.json")),
        RECOVER("Recover unsaved changes to x.json?", prompts -> prompts.recover("x.json")),
        FILE_CHANGED(
                "x.json was changed", prompts -> prompts.fileChanged("x.json", true, List.of("s1: cores 1, not 2"))),
        LINES("What was imported", prompts -> prompts.showLines("What was imported", List.of("line 1", "line 2"))),
        IMPORTED(
                "not understood: user haproxy",
                prompts -> prompts.showImported(new ImportedLines(
                        "Imported haproxy.cfg",
                        List.of(
                                new ImportedLine.Heading("Not understood", 1),
                                new ImportedLine.Setting(
                                        new LineNote(4, "user haproxy", false, "of the program itself")),
                                new ImportedLine.Assumption("Each way of the network takes 0.5 ms.")))));

        private final String says;
        private final Consumer<DialogPrompts> ask;

        Question(String says, Consumer<DialogPrompts> ask) {
            this.says = says;
            this.ask = ask;
        }
    }

    private @Nullable Stage dialog(Set<Window> before) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && !before.contains(window) && window.isShowing())
                .map(Stage.class::cast)
                .findFirst()
                .orElse(null);
    }

    private Set<Window> windows() {
        return asked(() -> Set.copyOf(Window.getWindows()));
    }

    private Stage opened(Set<Window> before) {
        until(() -> dialog(before) != null);
        WaitForAsyncUtils.waitForFxEvents();
        return asked(() -> Objects.requireNonNull(dialog(before)));
    }

    /** All that a screen reader is told of what is in it. */
    private String words(Stage dialog) {
        return asked(() -> {
            List<String> words = new ArrayList<>();
            collect(dialog.getScene().getRoot(), words);
            return words.stream().filter(Objects::nonNull).collect(Collectors.joining("\n"));
        });
    }

    private static void collect(Node node, List<String> words) {
        if (node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text) {
            words.add(text);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    private void assertThatKeysDo(Stage dialog) {
        Findings findings = new Findings();
        interact(() -> {
            dialog.getScene().getRoot().applyCss();
            dialog.getScene().getRoot().layout();
            findings.lookIn(dialog.getScene(), "the dialog");
        });
        assertThat(findings.all()).isEmpty();
    }

    /** Found by its name and opened by Enter; closed by Escape, or as a window is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "help.keys | Find action | ESCAPE",
                "help.glossary | split brain | ESCAPE",
                "help.claims | MongoDB | ESCAPE",
                "file.open-history | is broken | ESCAPE",
                "run.live | Open a port | ESCAPE",
                "view.lesson-write | New step | W",
            })
    void opensIsReadAndClosesByKeys(String action, String says, KeyCode closes) throws IOException {
        prompts.open = Files.writeString(directory.resolve("history.json"), HISTORY);
        openSample("three-servers.json");
        seek(SECOND);
        interact(() -> lookup("#node-s1").query().requestFocus());
        Set<Window> before = windows();
        push(KeyCode.CONTROL, KeyCode.K);
        until(() -> there("#find-action"));
        String title = asked(() -> session.actions().get(action).title().get());
        write(title.replaceAll("[^\\p{ASCII}]", ""));
        push(KeyCode.ENTER);
        Stage dialog = opened(before);
        until(() -> words(dialog).contains(says));
        assertThatKeysDo(dialog);
        if (closes == KeyCode.ESCAPE) {
            push(closes);
        } else {
            push(KeyCode.CONTROL, closes);
        }
        until(() -> !dialog.isShowing());
        until(stage::isFocused);
        assertThat(asked(() -> lookup("#node-s1").query().isFocused())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAskedIsReadAndAnsweredByKeys(Question question) {
        DialogPrompts asking =
                new DialogPrompts(stage, new Folders(Preferences.in(Path.of(directory + "/asking.properties"))));
        Set<Window> before = windows();
        Platform.runLater(() -> question.ask.accept(asking));
        Stage dialog = opened(before);
        assertThat(words(dialog)).contains(question.says);
        assertThatKeysDo(dialog);
        push(KeyCode.ESCAPE);
        until(() -> !dialog.isShowing());
    }
}
