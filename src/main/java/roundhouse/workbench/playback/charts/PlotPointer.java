package roundhouse.workbench.playback.charts;

import java.util.function.LongConsumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import roundhouse.workbench.playback.charts.scale.TimeView;

/**
 * What the mouse does on a plot over time: it points at a moment, a click goes there, a drag across shows that stretch, the wheel zooms around
 * it, and with Shift or sideways moves.
 */
public final class PlotPointer {
    /** Shorter than this, a drag is a click, px. */
    private static final double LEAST_DRAG = 5;

    private static final double ZOOM_A_NOTCH = 1.25;
    private static final double NOTCH = 40;

    private final Region plot;
    private final ChartsModel charts;
    private final Choosing choosing;
    private final LongConsumer clicked;
    private double pressedX = -1;

    /** Shows what is being chosen. */
    public interface Choosing {
        /** From one place to another, px; nothing is if they are the same. */
        void choose(double oneX, double otherX);
    }

    private PlotPointer(Region plot, ChartsModel charts, Choosing choosing, LongConsumer clicked) {
        this.plot = plot;
        this.charts = charts;
        this.choosing = choosing;
        this.clicked = clicked;
    }

    /** Is told where the mouse is, px from the upper left corner; -1 when it has gone. */
    public interface Pointed {
        void at(double x, double y);
    }

    /** A click goes to its time. */
    public static void install(Region plot, ChartsModel charts, Choosing choosing, Pointed pointed) {
        install(plot, charts, choosing, pointed, charts::goTo);
    }

    /** @param clicked told the time of a click, simulated nanoseconds */
    public static void install(
            Region plot, ChartsModel charts, Choosing choosing, Pointed pointed, LongConsumer clicked) {
        PlotPointer pointer = new PlotPointer(plot, charts, choosing, clicked);
        plot.setOnMouseMoved(event -> {
            charts.cursor().set(pointer.timeAt(event.getX()));
            pointed.at(event.getX(), event.getY());
        });
        plot.setOnMouseExited(_ -> {
            charts.cursor().set(-1);
            pointed.at(-1, -1);
        });
        plot.setOnMousePressed(pointer::press);
        plot.setOnMouseDragged(pointer::drag);
        plot.setOnMouseReleased(pointer::release);
        plot.setOnScroll(pointer::scroll);
    }

    private long timeAt(double x) {
        return charts.view().timeAt(x, plot.getWidth());
    }

    private void press(MouseEvent event) {
        pressedX = event.getButton() == MouseButton.PRIMARY ? event.getX() : -1;
    }

    private void drag(MouseEvent event) {
        if (pressedX >= 0) {
            charts.cursor().set(timeAt(event.getX()));
            choosing.choose(pressedX, isDrag(event) ? event.getX() : pressedX);
        }
    }

    private boolean isDrag(MouseEvent event) {
        return Math.abs(event.getX() - pressedX) >= LEAST_DRAG;
    }

    private void release(MouseEvent event) {
        if (pressedX < 0 || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        choosing.choose(0, 0);
        long one = timeAt(pressedX);
        long other = timeAt(event.getX());
        if (isDrag(event)) {
            charts.look(view -> view.between(one, other));
        } else {
            clicked.accept(other);
        }
        pressedX = -1;
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaX() != 0) {
            charts.look(view -> view.moved(-event.getDeltaX() / NOTCH / 10));
        } else if (event.getDeltaY() != 0) {
            long at = timeAt(event.getX());
            charts.look((TimeView view) -> view.zoomed(Math.pow(ZOOM_A_NOTCH, event.getDeltaY() / NOTCH), at));
        }
        event.consume();
    }
}
