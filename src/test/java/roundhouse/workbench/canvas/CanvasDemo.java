package roundhouse.workbench.canvas;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import roundhouse.topology.ReadResult;
import roundhouse.topology.Topology;
import roundhouse.topology.TopologyFile;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.playback.Playback;

/** Shows the canvas alone in a window, playing a file: {@code CanvasDemo FILE [dark] [speed]}. */
public final class CanvasDemo extends Application {
    @Override
    public void start(Stage stage) {
        List<String> args = getParameters().getRaw();
        Document document = new Document();
        CanvasView canvas = new CanvasView(document);
        BorderPane pane = new BorderPane(canvas);
        pane.setBottom(new Label("canvas alone"));
        Scene scene = new Scene(pane, 1200, 720);
        String theme = args.contains("dark") ? "dark" : "light";
        for (String sheet : List.of("base", theme, "canvas")) {
            scene.getStylesheets()
                    .add(CanvasDemo.class
                            .getResource("/styles/" + sheet + ".css")
                            .toExternalForm());
        }
        stage.setScene(scene);
        stage.show();
        ReadResult read = TopologyFile.read(Path.of(args.getFirst()));
        if (!(read instanceof ReadResult.Read(Topology topology))) {
            throw new IllegalStateException(read.toString());
        }
        Playback playback = new Playback(document);
        if (!args.contains("synthetic")) {
            playback.onFrame(canvas::show);
        }
        canvas.setSpeed(playback.speedProperty().get());
        document.open(topology, null);
        if (!args.contains("synthetic")) {
            playback.play();
        } else {
            canvas.setSpeed(0);
            canvas.show(SyntheticFrame.of(topology, args.contains("crowd") ? 100_000 : 60));
        }
        stage.setOnHidden(_ -> {
            playback.close();
            Platform.exit();
        });
    }

    public static void main(String[] args) {
        Application.launch(args);
    }
}
