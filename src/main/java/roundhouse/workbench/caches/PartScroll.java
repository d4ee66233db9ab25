package roundhouse.workbench.caches;

import static roundhouse.workbench.texts.Texts.text;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Is as high as what it shows, but takes part of the room at most; what is beyond that is scrolled to. */
final class PartScroll extends ScrollPane {
    private static final double LEAST = 20;
    /** The width of the bar by which one scrolls. */
    private static final double BAR = 14;
    /** The part of the room's height. */
    private static final double MOST = 0.4;

    private final Region room;
    private final Region content;

    PartScroll(Region room, Region content) {
        super(content);
        this.room = room;
        this.content = content;
        getStyleClass().add("cache-scroll");
        setFitToWidth(true);
        setAccessibleText(text("caches.what-is-known-of-the-key"));
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(LEAST);
        widthProperty().subscribe(_ -> requestLayout());
        room.heightProperty().subscribe(_ -> requestLayout());
        content.heightProperty().subscribe(_ -> requestLayout());
        content.heightProperty().subscribe(this::offer);
        viewportBoundsProperty().subscribe(this::offer);
    }

    /** The arrow keys scroll it, where there is more than can be seen. */
    private void offer() {
        setFocusTraversable(content.getHeight() > getViewportBounds().getHeight() + 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = getWidth() == 0 ? USE_COMPUTED_SIZE : getWidth() - BAR;
        return Math.max(LEAST, Math.min(content.prefHeight(inner) + 2, MOST * room.getHeight()));
    }
}
