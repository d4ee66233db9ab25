package roundhouse.storage.primary;

/** The timers of a replica under one primary, by which it knows what has come due. */
final class PrimaryTimer {
    static final int EVERY_PERIOD = 0;
    static final int APPLY = 1;
    static final int WRITE_TIMEOUT = 2;
    static final int PATIENCE = 3;

    private PrimaryTimer() {}
}
