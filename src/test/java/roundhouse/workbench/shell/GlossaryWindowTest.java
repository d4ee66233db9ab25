package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import roundhouse.workbench.help.Glossary;

/** The glossary in the window, found by its name. */
class GlossaryWindowTest extends WindowTest {
    @Test
    void showsEveryTermAndFindsOne() {
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        write("glossary").type(KeyCode.ENTER);
        until(() -> lookup("#glossary-search").tryQuery().isPresent());
        List<String> terms =
                Glossary.shipped().entries().stream().map(Glossary.Entry::term).toList();
        assertThat(shown()).containsExactlyInAnyOrderElementsOf(terms);

        clickOn("#glossary-search").write("split br");
        until(() -> shown().equals(Set.of("split brain")));
    }

    private Set<String> shown() {
        return asked(() -> lookup(".glossary-term").queryAllAs(Label.class).stream()
                .filter(label -> label.getParent().isVisible())
                .map(Label::getText)
                .collect(Collectors.toSet()));
    }
}
