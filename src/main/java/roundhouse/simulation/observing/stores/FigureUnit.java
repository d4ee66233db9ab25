package roundhouse.simulation.observing.stores;

/** What a figure is a number of. */
public enum FigureUnit {
    COUNT,
    /** A part of a whole, 0 to 1. */
    SHARE,
    NANOS,
    BYTES
}
