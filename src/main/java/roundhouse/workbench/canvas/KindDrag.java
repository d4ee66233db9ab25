package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import roundhouse.workbench.canvas.gestures.Gesture;
import roundhouse.workbench.canvas.gestures.PlaceGesture;
import roundhouse.workbench.canvas.gestures.PlaceStoreGesture;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.canvas.model.CanvasModel;

/** How a drag carries a kind of node, or a store, from the palette to the canvas. */
public final class KindDrag {
    private static final DataFormat FORMAT = new DataFormat("roundhouse/kind");
    /** No kind of node has this name. */
    private static final String STORE = text("canvas.store-of-three");

    private KindDrag() {}

    /** What a drag out of the palette puts on its dragboard. */
    public static ClipboardContent content(PaletteKind kind) {
        ClipboardContent content = new ClipboardContent();
        content.put(FORMAT, kind.key());
        return content;
    }

    /** What a drag of a store of three puts there. */
    public static ClipboardContent contentOfStore() {
        ClipboardContent content = new ClipboardContent();
        content.put(FORMAT, STORE);
        return content;
    }

    /** Places what is being dragged, if anything is. */
    static Optional<Gesture> of(Dragboard board, CanvasModel model) {
        if (!(board.getContent(FORMAT) instanceof String key)) {
            return Optional.empty();
        }
        return key.equals(STORE)
                ? Optional.of(new PlaceStoreGesture(model))
                : PaletteKind.of(key).map(kind -> new PlaceGesture(model, kind));
    }
}
