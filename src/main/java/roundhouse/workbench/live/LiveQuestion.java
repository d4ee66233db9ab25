package roundhouse.workbench.live;

import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** Asks before a port is opened. */
public final class LiveQuestion {
    private static final ButtonType OPEN = new ButtonType("Open port", ButtonData.OK_DONE);

    private LiveQuestion() {}

    /** Whether the person wants it. */
    public static boolean ask(List<String> terms, Window owner) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text(terms), OPEN, ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle("Live traffic");
        alert.setHeaderText("Open a port for real requests?");
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setPrefWidth(560);
        return alert.showAndWait().filter(OPEN::equals).isPresent();
    }

    static String text(List<String> terms) {
        return "Requests come in at http://" + LiveTraffic.host()
                + " (loopback), at a free port, and each server gets one of its own. "
                + "Only programs of this machine can reach them. Stop closes them.\n\n"
                + (terms.isEmpty()
                        ? "All of this topology is done."
                        : "Not as in the file:\n• " + String.join("\n• ", terms));
    }
}
