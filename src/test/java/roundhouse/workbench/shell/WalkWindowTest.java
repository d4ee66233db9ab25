package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.files.Prompts.Answer;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.walking.Findings;

/**
 * Through every view in a window of 1024 x 640: whatever can be used has a role and a name and is reached by Tab, and no text is cut.
 */
class WalkWindowTest extends WindowTest {
    private final Findings findings = new Findings();

    private void look(String place) {
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            findings.look(place);
        });
    }

    private void act(String id) {
        interact(() -> session.actions().get(id).run());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void everythingHasANameIsReachedAndCanBeRead() throws IOException {
        size(1024, 640);
        prompts.answer = Answer.DO_NOT_SAVE;
        openSample("dead-server-with-checks.json");
        seek(20 * SECOND);
        look("design");
        for (String item : new String[] {"clients", "lb-1", "s1"}) {
            interact(() -> session.document().selection().select(new Item.NodeItem(item)));
            look("inspector of " + item);
        }
        interact(() -> session.document().selection().select(new Item.LinkItem("lb-1", "s1")));
        look("inspector of a link");
        act("view.requests");
        look("requests");
        act("view.checklist");
        until(() -> there("#checklist .checklist-fix"));
        look("checklist");
        act("view.compare");
        look("compare");
        act("view.tradeoffs");
        look("tradeoffs");
        act("view.sweep");
        look("sweep");
        act("view.cheapest");
        look("cheapest");
        act("file.start");
        look("start");
        act("view.design");
        openSample("consistent-hashing.json");
        seek(SECOND);
        act("view.ring");
        look("ring");
        act("view.design");
        openSample("quorums-side-by-side.json");
        seek(SECOND);
        interact(() -> session.document()
                .selection()
                .select(new Item.StoreItem(
                        session.document().topology().stores().getFirst().id())));
        look("inspector of a store");
        interact(() ->
                lookup("#store-tab").<javafx.scene.control.ToggleButton>query().fire());
        look("store");
        act("view.inspector");
        for (Action add : session.actions().of(Action.Group.ADD)) {
            interact(add::run);
            look("inspector of a new one: " + add.id());
        }
        act("view.learn");
        look("lessons");
        interact(() -> lookup("#lesson-1").<Button>query().fire());
        until(() -> there("#learn-next"));
        look("a lesson");
        assertThat(findings.all()).isEmpty();
    }
}
