package roundhouse.workbench.canvas;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
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

/**
 * Pictures of the canvas made without a window: the same view with the same style sheets, in a scene that is never shown. Works
 * on JavaFX's own headless platform ({@code glass.platform=Headless}, {@code prism.order=sw}), where no display is needed.
 */
public final class CanvasPicture {
    private CanvasPicture() {}

    /**
     * Writes a picture of the whole drawing at the frame's instant. Starts the JavaFX toolkit when it does not run yet, and leaves
     * it running.
     *
     * @param topology the document, of which the frame's run may have become another
     * @param known the names and colours of its nodes
     * @param width in canvas pixels
     * @param scale picture pixels per canvas pixel
     */
    public static void write(
            Topology topology,
            KnownNodes known,
            Frame frame,
            int width,
            int height,
            double scale,
            boolean dark,
            Path png)
            throws IOException {
        FutureTask<WritableImage> task = new FutureTask<>(picture(topology, known, frame, width, height, scale, dark));
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            start(task);
        }
        WritableImage image = result(task);
        int wide = (int) image.getWidth();
        int high = (int) image.getHeight();
        int[] pixels = new int[wide * high];
        image.getPixelReader().getPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
        Png.write(pixels, wide, high, png);
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

    private static WritableImage result(FutureTask<WritableImage> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("the canvas could not be drawn", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the canvas was drawn", e);
        }
    }

    private static Callable<WritableImage> picture(
            Topology topology, KnownNodes known, Frame frame, int width, int height, double scale, boolean dark) {
        return () -> {
            Document document = new Document();
            document.open(topology, null);
            document.known().become(known);
            CanvasView view = new CanvasView(document);
            view.drawAtScale(scale);
            view.show(frame);
            StackPane root = new StackPane(view);
            Scene scene = new Scene(root, width, height);
            for (String sheet : List.of("base", dark ? "dark" : "light", "canvas")) {
                URL address = CanvasPicture.class.getResource("/styles/" + sheet + ".css");
                scene.getStylesheets().add(Objects.requireNonNull(address).toExternalForm());
            }
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            WritableImage image = new WritableImage((int) Math.round(width * scale), (int) Math.round(height * scale));
            root.applyCss();
            root.layout();
            return root.snapshot(parameters, image);
        };
    }
}
