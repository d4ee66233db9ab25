package roundhouse.workbench.tradeoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.WindowThread.asked;
import static roundhouse.workbench.WindowThread.until;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import roundhouse.analysis.stores.ClaimedSystem;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.files.Samples;
import roundhouse.workbench.remembering.Theme;

/** The table of claims on a screen. */
@Tag("screen")
class DecisionWindowTest extends ApplicationTest {
    @TempDir
    private static Path state;

    private final List<Topology> opened = new ArrayList<>();
    private BackgroundWork background;
    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        background = new BackgroundWork(Platform::runLater, new Failures(state, Platform::runLater, _ -> {}));
        DecisionView view = new DecisionView(background.lane("claims", "Claims"), Samples::named, opened::add);
        Scene scene = new Scene(view, 1_000, 700);
        scene.getStylesheets().setAll(Theme.stylesheets(ColorScheme.LIGHT));
        stage.setScene(scene);
        stage.show();
    }

    @Override
    public void stop() {
        interactNoWait(() -> stage.hide());
        background.close();
    }

    private List<String> texts(String query) {
        return asked(() -> lookup(query).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    @Test
    void claimsAreSeenAtOnceAndWhatRunsShowComesOneAfterTheOther() {
        assertThat(texts("#decision-table .pacelc-letters"))
                .containsExactlyElementsOf(
                        ClaimedSystem.ALL.stream().map(ClaimedSystem::claim).toList());
        interact(() -> lookup("#decision-run").queryButton().fire());
        until(() -> texts("#decision-table .decision-kept").size() == 2);
        interact(() -> lookup("#decision-cancel").queryButton().fire());
        until(() -> lookup("#decision-run").query().isVisible());
        assertThat(texts("#decision-table .decision-kept"))
                .as("what is done stays")
                .contains("as claimed");
        assertThat(texts("#decision-table .pacelc-letters").size()).isLessThan(2 * ClaimedSystem.ALL.size());
        assertThat(texts("#decision-table .compare-figure"))
                .contains("100.0\u00a0% answered, 46.5\u00a0% of reads old");
    }

    @Test
    void aSystemOpensItsSample() {
        interact(() -> lookup("#decision-table .hyperlink").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().equals("PNUTS"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(opened).extracting(Topology::name).containsExactly("PNUTS: one master for a record, reads nearby");
    }
}
