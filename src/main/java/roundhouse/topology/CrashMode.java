package roundhouse.topology;

/** What the others see of a node that is down. */
public enum CrashMode {
    /** The process died: connections are refused, and those it had are reset. */
    REFUSE("refuse"),
    /** The machine or its network is gone: nothing answers any more. */
    BLACK_HOLE("black-hole"),
    /** It still accepts connections, but never answers: whatever it takes is lost in mid-service. */
    AFTER_ACCEPT("after-accept");

    private final String key;

    CrashMode(String key) {
        this.key = key;
    }

    /** Its name in files and on the command line. */
    public String key() {
        return key;
    }
}
