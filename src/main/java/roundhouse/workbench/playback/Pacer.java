package roundhouse.workbench.playback;

/**
 * Says how far simulated time should be at a real time. Simulated time runs in a straight line from an anchor; when the engine
 * falls further behind than {@link #PATIENCE_NANOS}, the anchor moves to where it is: the debt is dropped and reported, never chased.
 * All times are nanoseconds.
 */
final class Pacer {
    /** The real time the engine may be behind before the debt is dropped. */
    static final long PATIENCE_NANOS = 100_000_000;
    /** The real time over which the achieved speed is measured. */
    static final long WINDOW_NANOS = 500_000_000;

    private double speed;
    private long anchorRealNanos;
    private long anchorSimulatedNanos;
    private long windowRealNanos;
    private long windowSimulatedNanos;
    private double achieved;
    private boolean dropped;
    private boolean behind;

    Pacer(double speed) {
        this.speed = speed;
        achieved = speed;
    }

    /** From here on at this speed, in simulated seconds a real second. */
    void start(double newSpeed, long realNanos, long simulatedNanos) {
        speed = newSpeed;
        anchorRealNanos = realNanos;
        anchorSimulatedNanos = simulatedNanos;
        windowRealNanos = realNanos;
        windowSimulatedNanos = simulatedNanos;
        achieved = newSpeed;
        dropped = false;
        behind = false;
    }

    /** Goes on at another speed from where it should be now; what is measured goes on too. */
    void bend(double newSpeed, long realNanos) {
        anchorSimulatedNanos = targetNanos(realNanos);
        anchorRealNanos = realNanos;
        speed = newSpeed;
    }

    double speed() {
        return speed;
    }

    long targetNanos(long realNanos) {
        return anchorSimulatedNanos + (long) ((realNanos - anchorRealNanos) * speed);
    }

    /** The engine has got so far. */
    void reached(long realNanos, long simulatedNanos) {
        if ((targetNanos(realNanos) - simulatedNanos) / speed > PATIENCE_NANOS) {
            anchorRealNanos = realNanos;
            anchorSimulatedNanos = simulatedNanos;
            dropped = true;
            behind = true;
        }
        if (realNanos - windowRealNanos >= WINDOW_NANOS) {
            achieved = (double) (simulatedNanos - windowSimulatedNanos) / (realNanos - windowRealNanos);
            behind = dropped;
            dropped = false;
            windowRealNanos = realNanos;
            windowSimulatedNanos = simulatedNanos;
        }
    }

    /** Whether the engine could not keep up lately. */
    boolean behind() {
        return behind;
    }

    /** Simulated seconds a real second, as measured lately. */
    double achieved() {
        return achieved;
    }
}
