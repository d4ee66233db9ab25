package roundhouse.caching.traces;

/** A line of a trace that cannot be read. The message says why. */
public final class TraceLineException extends Exception {
    private static final long serialVersionUID = 1;

    private final long line;

    TraceLineException(long line, String message) {
        super(message);
        this.line = line;
    }

    /** Which line, from 1. */
    public long line() {
        return line;
    }
}
