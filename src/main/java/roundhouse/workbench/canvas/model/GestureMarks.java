package roundhouse.workbench.canvas.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.document.Selection.Item;

/** What gestures show of themselves: what the pointer is over, the frame that is drawn around cards, a card or a link on its way. */
public final class GestureMarks {
    private final Runnable changed;
    private @Nullable Item hovered;
    private @Nullable Area marquee;
    private @Nullable Area ghost;
    private @Nullable Rubber rubber;

    /**
     * A link being drawn.
     *
     * @param problem why it cannot end here; empty while it is over nothing; null when it can
     */
    public record Rubber(
            double x1,
            double y1,
            double x2,
            double y2,
            @Nullable String problem) {}

    /** @param changed told of every change */
    GestureMarks(Runnable changed) {
        this.changed = changed;
    }

    @Nullable
    public Item hovered() {
        return hovered;
    }

    public void hover(@Nullable Item item) {
        if (!Objects.equals(item, hovered)) {
            hovered = item;
            changed.run();
        }
    }

    @Nullable
    public Area marquee() {
        return marquee;
    }

    public void marquee(@Nullable Area area) {
        marquee = area;
        changed.run();
    }

    /** Where what is dragged from the palette would stand. */
    @Nullable
    public Area ghost() {
        return ghost;
    }

    public void ghost(@Nullable Area area) {
        ghost = area;
        changed.run();
    }

    @Nullable
    public Rubber rubber() {
        return rubber;
    }

    public void rubber(@Nullable Rubber line) {
        rubber = line;
        changed.run();
    }
}
