package roundhouse.workbench.canvas.model;

import java.util.Optional;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;

/** A kind of node that can be taken from the palette, and how a drag carries it to the canvas. */
public enum PaletteKind {
    CLIENTS("clients", "Clients"),
    LOAD_BALANCER("load-balancer", "Load balancer"),
    SERVER("server", "Server");

    private static final DataFormat FORMAT = new DataFormat("roundhouse/kind");

    private final String key;
    private final String title;

    PaletteKind(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** The kind's name in files. */
    public String key() {
        return key;
    }

    /** The kind's name for people. */
    public String title() {
        return title;
    }

    /** What a drag out of the palette puts on its dragboard. */
    public ClipboardContent content() {
        ClipboardContent content = new ClipboardContent();
        content.put(FORMAT, key);
        return content;
    }

    /** The kind that is being dragged, if any. */
    public static Optional<PaletteKind> of(Dragboard board) {
        Object carried = board.getContent(FORMAT);
        for (PaletteKind kind : values()) {
            if (kind.key.equals(carried)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
