package roundhouse.workbench.playback;

/**
 * Says how far simulated time should be at a real time. Simulated time runs in a straight line from an anchor; when the engine
 * falls further behind than {@link #PATIENCE}, the anchor moves to where it is: the debt is dropped and reported, never chased.
 * All times are nanoseconds.
 */
final class Pacer {
    /** The real time the engine may be behind before the debt is dropped. */
    static final long PATIENCE = 100_000_000;
    /** The real time over which the achieved speed is measured. */
    static final long WINDOW = 500_000_000;

    private double speed;
    private long anchorReal;
    private long anchorSimulated;
    private long windowReal;
    private long windowSimulated;
    private double achieved;
    private boolean dropped;
    private boolean behind;

    Pacer(double speed) {
        this.speed = speed;
        achieved = speed;
    }

    /** From here on at this speed, in simulated seconds a real second. */
    void start(double newSpeed, long real, long simulated) {
        speed = newSpeed;
        anchorReal = real;
        anchorSimulated = simulated;
        windowReal = real;
        windowSimulated = simulated;
        achieved = newSpeed;
        dropped = false;
        behind = false;
    }

    double speed() {
        return speed;
    }

    long target(long real) {
        return anchorSimulated + (long) ((real - anchorReal) * speed);
    }

    /** The engine has got so far. */
    void reached(long real, long simulated) {
        if ((target(real) - simulated) / speed > PATIENCE) {
            anchorReal = real;
            anchorSimulated = simulated;
            dropped = true;
            behind = true;
        }
        if (real - windowReal >= WINDOW) {
            achieved = (double) (simulated - windowSimulated) / (real - windowReal);
            behind = dropped;
            dropped = false;
            windowReal = real;
            windowSimulated = simulated;
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
