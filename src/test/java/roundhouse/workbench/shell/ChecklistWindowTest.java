package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The scaling checklist at the side of the design. */
class ChecklistWindowTest extends ScalingWindowTest {
    @Test
    void theChecklistIsAnsweredAFixAppliedAndTakenBack() throws IOException {
        openSample("three-servers.json");
        type(KeyCode.SPACE);
        push(KeyCode.CONTROL, KeyCode.L);
        until(() -> there("#checklist .checklist-fix"));
        assertThat(fixes()).containsExactly("Check the targets of lb-1");

        clickOn("#checklist-run");
        until(() -> text("#checklist-basis").startsWith("From the design, from a run of it"));
        assertThat(fixes()).contains("Give lb-1 a standby");

        mend("Check the targets of lb-1");
        until(() -> text("#checklist-effect").startsWith("Check the targets of lb-1:\n"));
        assertThat(session.document().changes()).hasSize(1);
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> fixes().contains("Check the targets of lb-1"));

        interact(() -> lookup("#checklist .hyperlink").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().equals("lb-1"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(asked(() -> session.document().selection().nodes())).containsExactly("lb-1");
        assertThat(asked(() -> there("#checklist"))).as("it stays in sight").isTrue();
    }
}
