package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A chart in a window of its own, which lives as the panel does, looks as its window does, and closes with it. */
final class ChartWindow {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 420;
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 260;

    private ChartWindow() {}

    /**
     * @param sheets the style sheets of the panel, beside those of its window
     * @param closed what to do when it is gone
     */
    static Stage open(String title, Region content, List<String> sheets, Window owner, Runnable closed) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(text("playback.roundhouse", title));
        content.getStyleClass().add("chart-window");
        content.getStylesheets().setAll(sheets);
        Scene scene = new Scene(content, WIDTH, HEIGHT);
        Bindings.bindContent(scene.getStylesheets(), owner.getScene().getStylesheets());
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN), stage::close);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHidden(_ -> {
            Bindings.unbindContent(scene.getStylesheets(), owner.getScene().getStylesheets());
            closed.run();
        });
        stage.show();
        return stage;
    }
}
