package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.workbench.files.Prompts.Answer;

/** Whatever people look for is found by the words they use, and done. */
class FindWindowTest extends WindowTest {
    private List<String> titles(String typed) {
        return asked(() -> session.actions().find(typed).stream()
                .limit(8)
                .map(action -> action.group().title() + ": " + action.title().get())
                .toList());
    }

    private void choose(String typed) {
        interact(() -> session.actions().find(typed).getFirst().run());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void wordsThatPeopleUseFindIt() throws IOException {
        openSample("three-servers.json");
        assertThat(titles("server")).contains("Add: Server");
        assertThat(titles("s2").getFirst()).isEqualTo("Node: s2");
        assertThat(titles("round robin").getFirst()).isEqualTo("Algorithm: Round robin in lb-1");
        assertThat(titles("retry storm")).anyMatch(title -> title.startsWith("Sample: "));
        assertThat(titles("minimap").getFirst()).isEqualTo("View: Minimap");
        assertThat(titles("tidy").getFirst()).isEqualTo("Arrange: Tidy");
        assertThat(titles("present").getFirst()).isEqualTo("View: Presenter mode");
        assertThat(titles("ring").getFirst()).isEqualTo("View: Ring");
        assertThat(titles("arrange").getFirst()).isEqualTo("Arrange: Tidy");
        assertThat(titles("connect")).contains("Edit: Link");
        assertThat(titles("cores").getFirst()).isEqualTo("Setting: Cores of s1");
        assertThat(titles("cores s3").getFirst()).as("of a node that is named").isEqualTo("Setting: Cores of s3");
        assertThat(titles("seed").getFirst()).isEqualTo("Setting: Run: Seed");
        assertThat(titles("timeout")).anyMatch(title -> title.startsWith("Setting: Timeout"));
        assertThat(titles("kill").getFirst()).isEqualTo("Break things: Crash");
        assertThat(titles("nginx")).contains("File: Export for nginx…", "File: Open…");
        assertThat(titles("import").getFirst()).isEqualTo("File: Open…");
    }

    @Test
    void rowsAreAsWideAsTheListAndSayTheirKey() throws IOException {
        openSample("three-servers.json");
        push(KeyCode.CONTROL, KeyCode.K);
        write("weighted round robin");
        until(() -> titles("weighted round robin").stream().anyMatch(title -> title.startsWith("Sample: ")));
        assertThat(lookup(".find-action .scroll-bar:horizontal").queryAllAs(Node.class))
                .noneMatch(Node::isVisible);
        type(KeyCode.ESCAPE);
    }

    @Test
    void closesAMenuThatIsOpen() throws IOException {
        openSample("three-servers.json");
        MenuButton menu = lookup("#menu").query();
        interact(menu::show);
        push(KeyCode.CONTROL, KeyCode.K);
        until(() -> there(".find-action"));
        assertThat(asked(menu::isShowing)).isFalse();
        type(KeyCode.ESCAPE);
    }

    @Test
    void whatIsOpenedFromTheStartPageIsSeen() throws IOException {
        openSample("three-servers.json");
        interact(() -> session.actions().get("file.start").run());
        until(() -> there(".start-page"));
        choose("split brain");
        until(() -> !there(".start-page") && there(".canvas-view"));
    }

    @Test
    void whatIsFoundIsDone() throws IOException {
        openSample("three-servers.json");
        choose("s2");
        assertThat(session.document().selection().nodes()).containsExactly("s2");
        choose("cores");
        TextInputControl cores = lookup("#field-cores").query();
        assertThat(cores.isFocused()).isTrue();
        assertThat(session.document().selection().nodes())
                .as("of the selected one")
                .containsExactly("s2");
        choose("cores s3");
        assertThat(session.document().selection().nodes()).containsExactly("s3");
        assertThat(lookup("#field-cores").query().isFocused()).isTrue();
        choose("round robin");
        assertThat(((LoadBalancer) session.document().topology().node("lb-1").orElseThrow())
                        .balancing()
                        .algorithm())
                .isEqualTo(Algorithm.ROUND_ROBIN);
        prompts.answer = Answer.DO_NOT_SAVE;
        push(KeyCode.CONTROL, KeyCode.K);
        write("split brain");
        type(KeyCode.ENTER);
        until(() -> session.document().topology().name().toLowerCase().contains("brain"));
    }
}
