package roundhouse.workbench.live;

import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import roundhouse.workbench.texts.Texts;

/** Asks before a port is opened. */
public final class LiveQuestion {
    private static final ButtonType OPEN = new ButtonType(Texts.text("live.open-port"), ButtonData.OK_DONE);

    private LiveQuestion() {}

    /** Whether the person wants it. */
    public static boolean ask(List<String> terms, Window owner) {
        Alert alert = new Alert(Alert.AlertType.NONE, text(terms), OPEN, ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle(Texts.text("live.live-traffic"));
        alert.setHeaderText(Texts.text("live.open-a-port-for-real"));
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setPrefWidth(560);
        return alert.showAndWait().filter(OPEN::equals).isPresent();
    }

    static String text(List<String> terms) {
        return Texts.text(
                "live.requests-come-in-at-http",
                LiveTraffic.host(),
                terms.isEmpty()
                        ? Texts.text("live.all-is-done")
                        : Texts.text("live.not-as-in-the-file", "\n• " + String.join("\n• ", terms)));
    }
}
