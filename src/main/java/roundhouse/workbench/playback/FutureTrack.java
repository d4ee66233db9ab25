package roundhouse.workbench.playback;

import static roundhouse.workbench.texts.Texts.text;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.KeepsKeys;
import roundhouse.workbench.playback.history.Future;

/** The track of a future that was kept, from where it parts from the one that is played to where it was played to. */
final class FutureTrack extends Region implements KeepsKeys {
    static final double HEIGHT = 16;
    private static final double GAP = 5;

    private final Future future;
    private final long fromNanos;
    private final Playback playback;
    private final Region line = new Region();
    private final Label name = new Label();
    private double start;
    private double end;

    FutureTrack(Future future, Future active, Playback playback) {
        this.future = future;
        this.fromNanos = Math.min(future.partingNanos(active), future.furthestNanos());
        this.playback = playback;
        getStyleClass().add("future-track");
        line.getStyleClass().add("future-line");
        name.getStyleClass().add("future-name");
        name.setText(future.name());
        getChildren().addAll(line, name);
        setPickOnBounds(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        String what = text(
                "playback.a-future-from-to-click",
                future.name(),
                FigureText.clock(fromNanos),
                FigureText.clock(future.furthestNanos()));
        setAccessibleText(what);
        Tooltip.install(this, new Tooltip(what));
        MenuItem go = new MenuItem(text("playback.go-to-this-future"));
        go.setOnAction(_ -> playback.goTo(future));
        MenuItem remove = new MenuItem(text("playback.remove-2"));
        remove.setOnAction(_ -> playback.remove(future));
        ContextMenu menu = new ContextMenu(go, remove);
        setOnContextMenuRequested(event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        setOnMousePressed(event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                playback.goTo(future);
            }
            event.consume();
        });
        setOnKeyPressed(this::key);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> playback.goTo(future);
            case DELETE, BACK_SPACE -> playback.remove(future);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public boolean keeps(KeyEvent event) {
        return KeepsKeys.removes(event);
    }

    Future future() {
        return future;
    }

    /** When it parts from the active one. */
    long fromNanos() {
        return fromNanos;
    }

    boolean shows(Future other, Future active) {
        return future.equals(other) && fromNanos == Math.min(other.partingNanos(active), other.furthestNanos());
    }

    /** Where its line begins and ends, px from the left. */
    void place(double newStart, double newEnd) {
        start = newStart;
        end = newEnd;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(name.prefWidth(-1), getWidth());
        double right = end + GAP;
        // After the line; where there is no room, before it; where there is none either, in its place from its
        // beginning on.
        double x = right + width <= getWidth() ? right : Math.max(0, start - GAP - width);
        double from = x < right ? Math.max(start, x + width + GAP) : start;
        line.resizeRelocate(from, HEIGHT / 2 - 1.5, Math.max(2, end - from), 3);
        name.resizeRelocate(x, 0, width, HEIGHT);
    }
}
