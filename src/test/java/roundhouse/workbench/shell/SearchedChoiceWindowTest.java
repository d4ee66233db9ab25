package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.workbench.document.Selection.Item;

/** The policy of a cache is looked for by words. */
class SearchedChoiceWindowTest extends WindowTest {
    @BeforeEach
    void open() throws IOException {
        openSample("a-scan-empties-the-cache.json");
        interact(() -> session.document().selection().select(new Item.NodeItem("cache-a")));
        until(() -> there("#field-policy"));
        interact(() -> {
            ComboBox<?> policy = lookup("#field-policy").query();
            policy.requestFocus();
            policy.show();
        });
    }

    private String policy() {
        return asked(
                () -> ((CacheNode) session.document().topology().node("cache-a").orElseThrow())
                        .cache()
                        .policy());
    }

    private String shown() {
        return asked(() -> {
            ComboBox<?> policy = lookup("#field-policy").query();
            ListCell<?> button = policy.getButtonCell();
            return button.getText();
        });
    }

    @Test
    void itsNameInFullFindsItAndEnterChoosesIt() {
        write("most recently used");
        assertThat(policy()).as("not before").isEqualTo("lru");
        type(KeyCode.ENTER);
        until(() -> policy().equals("mru"));
        assertThat(shown()).isEqualTo("MRU");
    }

    @Test
    void escapeLeavesWhatItWas() {
        write("first in first out");
        type(KeyCode.ESCAPE);
        until(() -> shown().equals("LRU"));
        assertThat(policy()).isEqualTo("lru");
        assertThat(session.document().changes()).isEmpty();
    }
}
