package roundhouse.workbench.canvas;

import java.util.Optional;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import roundhouse.workbench.canvas.kinds.PaletteKind;

/** How a drag carries a kind of node from the palette to the canvas. */
public final class KindDrag {
    private static final DataFormat FORMAT = new DataFormat("roundhouse/kind");

    private KindDrag() {}

    /** What a drag out of the palette puts on its dragboard. */
    public static ClipboardContent content(PaletteKind kind) {
        ClipboardContent content = new ClipboardContent();
        content.put(FORMAT, kind.key());
        return content;
    }

    /** The kind that is being dragged, if any. */
    static Optional<PaletteKind> of(Dragboard board) {
        return board.getContent(FORMAT) instanceof String key ? PaletteKind.of(key) : Optional.empty();
    }
}
