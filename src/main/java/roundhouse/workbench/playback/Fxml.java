package roundhouse.workbench.playback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Fills nodes that are their own FXML root and controller. */
final class Fxml {
    private Fxml() {}

    /** Loads {@code /fxml/NAME.fxml} into the node and gives it the sheet of this package. */
    static void load(Parent node, String name) {
        FXMLLoader loader =
                new FXMLLoader(Objects.requireNonNull(Fxml.class.getResource("/fxml/" + name + ".fxml"), name));
        loader.setRoot(node);
        loader.setController(node);
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".fxml cannot be loaded", e);
        }
        style(node);
    }

    /** Gives the node the sheet of this package. */
    static void style(Parent node) {
        node.getStylesheets()
                .add(Objects.requireNonNull(Fxml.class.getResource("/styles/playback.css"))
                        .toExternalForm());
    }
}
