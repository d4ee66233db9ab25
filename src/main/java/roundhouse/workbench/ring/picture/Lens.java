package roundhouse.workbench.ring.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Which stretch of the ring is seen enlarged, laid out straight from left to right. Turns are parts of the ring, 0 to 1, clockwise from the
 * top; places across are from 0 at the left to 1 at the right.
 */
public final class Lens {
    private static final double FIRST = 1.0 / 64;
    private static final double WIDEST = 1.0 / 4;
    /** Positions have 48 bits that count; at this width a thousandth of it is still 250 of them. */
    private static final double NARROWEST = 0x1p-30;

    private final List<Runnable> listeners = new ArrayList<>();
    private double centre;
    private double width = FIRST;

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The turn in the middle. */
    public double centre() {
        return centre;
    }

    /** How much of the ring is seen, in turns. */
    public double width() {
        return width;
    }

    double turnAt(double across) {
        return wrapped(centre + (across - 0.5) * width);
    }

    /** Where a turn is seen; less than 0 or more than 1 beside the stretch. */
    public double across(double turn) {
        double from = wrapped(turn - centre + 0.5) - 0.5;
        return from / width + 0.5;
    }

    boolean sees(double turn) {
        double across = across(turn);
        return across >= 0 && across <= 1;
    }

    public void centre(double turn) {
        centre = wrapped(turn);
        listeners.forEach(Runnable::run);
    }

    /** Sees so many times as much of the ring; what is at that place stays there. */
    void zoom(double times, double across) {
        double turn = turnAt(across);
        width = Math.clamp(width * times, NARROWEST, WIDEST);
        centre(turn - (across - 0.5) * width);
    }

    private static double wrapped(double turn) {
        return turn - Math.floor(turn);
    }
}
