package roundhouse;

import java.io.IOException;
import java.nio.file.Path;
import roundhouse.cli.CanvasRenderer;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.canvas.CanvasPicture;
import roundhouse.workbench.document.KnownNodes;

/** Draws the canvas through JavaFX's own headless platform, which needs no display and no native libraries. */
final class OffScreen implements CanvasRenderer {
    @Override
    public void render(Frame frame, int width, int height, double scale, boolean dark, Path png) throws IOException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CanvasPicture.write(frame.document, KnownNodes.of(frame.document), frame, width, height, scale, dark, png);
    }
}
