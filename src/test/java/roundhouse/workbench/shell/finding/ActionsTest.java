package roundhouse.workbench.shell.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.junit.jupiter.api.Test;

class ActionsTest {
    private static Action action(String id, Action.Group group, String title) {
        return Action.of(id, group, title, () -> {});
    }

    /** Whoever types the name of a node and Enter does not want to take back what was last done to it. */
    @Test
    void whatIsCalledAsWasTypedComesBeforeWhatHasThatWordAmongOthers() {
        Actions actions = new Actions();
        actions.add(action("undo", Action.Group.EDIT, "Undo Move CDN"), action("add", Action.Group.ADD, "CDN"));
        Action node = action("node", Action.Group.NODE, "CDN");
        Action setting = action("setting", Action.Group.SETTING, "Name of CDN");
        actions.alsoFind(_ -> List.of(node, setting));
        assertThat(actions.find("cdn")).extracting(Action::id).containsExactly("add", "node", "undo", "setting");
    }

    @Test
    void whatIsDoneIsNotFoundByWhatItWouldBeDoneTo() {
        Actions actions = new Actions();
        Action undo = action("undo", Action.Group.EDIT, "Undo")
                .detailed(new ReadOnlyStringWrapper("Undo Set Web policy to AWS step scaling"));
        actions.add(undo);
        Action setting = action("setting", Action.Group.SETTING, "Policy of Web");
        actions.alsoFind(_ -> List.of(setting));
        assertThat(actions.find("policy")).extracting(Action::id).containsExactly("setting");
        assertThat(actions.find("undo").getFirst().title().get()).isEqualTo("Undo Set Web policy to AWS step scaling");
    }
}
