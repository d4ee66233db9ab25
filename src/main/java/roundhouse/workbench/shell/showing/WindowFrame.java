package roundhouse.workbench.shell.showing;

import static roundhouse.workbench.texts.Texts.text;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.remembering.RememberedWindow;
import roundhouse.workbench.remembering.WindowPlace;

/** The window around the scene: its place and size, which it has again the next time, its title, and files that are dropped on it. */
public final class WindowFrame {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 600;

    private final Stage stage;
    private final Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    private final RememberedWindow remembered;

    public WindowFrame(Stage stage, Preferences settings) {
        this.stage = stage;
        remembered = new RememberedWindow(
                stage,
                settings,
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    }

    /** As large as the last time, or as there is room for. */
    public Scene scene(Parent root) {
        double width = remembered.before().map(WindowPlace::width).orElse(Math.min(WIDTH, screen.getWidth()));
        double height = remembered.before().map(WindowPlace::height).orElse(Math.min(HEIGHT, screen.getHeight()));
        return new Scene(root, width, height);
    }

    public void show(Scene scene, Document document, DocumentFiles files) {
        takeFiles(scene, files);
        stage.setScene(scene);
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        stage.titleProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(
                                "shell.roundhouse-2",
                                document.dirtyProperty().get() ? "• " : "",
                                files.nameBinding().get()),
                        files.nameBinding(),
                        document.dirtyProperty()));
    }

    /** From now on it notes where it is and how large. */
    public void remember() {
        remembered.follow();
    }

    private static void takeFiles(Scene scene, DocumentFiles files) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> dropped = event.getDragboard().getFiles();
            if (!dropped.isEmpty()) {
                event.setDropCompleted(true);
                event.consume();
                files.open(dropped.getFirst().toPath());
            }
        });
    }
}
