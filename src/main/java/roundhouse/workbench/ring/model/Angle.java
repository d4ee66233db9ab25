package roundhouse.workbench.ring.model;

import roundhouse.workbench.FigureText;

/** Positions on the circle of 2⁶⁴, clockwise from the top, as fractions of a turn and as text. */
public final class Angle {
    private static final String[] SUPERSCRIPTS = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

    private Angle() {}

    /** The part of a turn, 0 to 1, of an unsigned position. */
    public static double turn(long position) {
        return (position >>> 11) * 0x1p-53;
    }

    /** The position at that part of a turn; whole turns do not count. */
    public static long position(double turn) {
        return (long) ((turn - Math.floor(turn)) * 0x1p53) << 11;
    }

    /** How many positions a part of a turn is, less than 0 for counter-clockwise. */
    public static long offset(double turn) {
        return turn < 0 ? -position(-turn) : position(turn);
    }

    /** How far it is from one position clockwise to another, as a part of a turn. */
    public static double clockwise(long from, long to) {
        return turn(to - from);
    }

    /** On the scale of 0 to 10¹⁸ that the ring is labelled with: {@code 431.0 × 10¹⁵}. */
    public static String text(long position) {
        return FigureText.number(Math.rint(turn(position) * 10_000) / 10) + " × 10" + SUPERSCRIPTS[1] + SUPERSCRIPTS[5];
    }

    /** All 64 bits: {@code 0x6e1f00c2a4b00000}. */
    public static String hex(long position) {
        return String.format("0x%016x", position);
    }
}
