package roundhouse.workbench.canvas;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.KnownNodes;

/** A canvas in a scene that is never shown, with the same view and style sheets as the window's. On the JavaFX thread only. */
final class CanvasStage {
    private final PictureSize size;
    private final CanvasView view;
    private final StackPane root;

    CanvasStage(Topology topology, KnownNodes known, PictureSize size) {
        this.size = size;
        Document document = new Document();
        document.open(topology, null);
        document.known().become(known);
        view = new CanvasView(document);
        view.drawAtScale(size.scale());
        root = new StackPane(view);
        Scene scene = new Scene(root, size.width(), size.height());
        for (String sheet : List.of("base", size.dark() ? "dark" : "light", "canvas")) {
            URL address = CanvasStage.class.getResource("/styles/" + sheet + ".css");
            scene.getStylesheets().add(Objects.requireNonNull(address).toExternalForm());
        }
    }

    /** Does it on the JavaFX thread, and waits. Starts the toolkit when it does not run yet, and leaves it running. */
    static <T> T onScreenThread(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            start(task);
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("the canvas could not be drawn", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the canvas was drawn", e);
        }
    }

    private static void start(Runnable task) {
        boolean running = true;
        try {
            Platform.runLater(task);
        } catch (IllegalStateException _) {
            running = false;
        }
        if (!running) {
            Platform.startup(task);
        }
    }

    void show(Frame frame) {
        view.show(frame);
    }

    /** Simulated seconds a second of the film. */
    void speed(double speed) {
        view.setSpeed(speed);
    }

    /** Shows what a film has at that time. */
    void film(Frame frame, long atNanos, boolean figures) {
        view.film(frame, atNanos, figures);
        layOut();
    }

    private void layOut() {
        root.applyCss();
        root.layout();
    }

    String svg() {
        layOut();
        // The first time made the cards; now they get their styles and their places.
        layOut();
        return view.svg();
    }

    /** ARGB, row by row. */
    int[] pixels() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(size.scale(), size.scale()));
        int wide = size.pixelsWide();
        int high = size.pixelsHigh();
        layOut();
        WritableImage image = root.snapshot(parameters, new WritableImage(wide, high));
        int[] pixels = new int[wide * high];
        image.getPixelReader().getPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
        return pixels;
    }
}
