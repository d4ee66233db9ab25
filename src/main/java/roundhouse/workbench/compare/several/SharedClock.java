package roundhouse.workbench.compare.several;

/** The one clock that all designs play by: set on the screen's thread, read on any. */
final class SharedClock {
    private volatile long timeNanos;
    private volatile double speed = 1;

    /** @param speed simulated seconds a second */
    void set(long timeNanos, double speed) {
        this.timeNanos = timeNanos;
        this.speed = speed;
    }

    /** Where all should be, simulated nanoseconds. */
    long timeNanos() {
        return timeNanos;
    }

    double speed() {
        return speed;
    }
}
