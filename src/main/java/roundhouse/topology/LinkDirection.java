package roundhouse.topology;

/** Which of a link's two directions. */
public enum LinkDirection {
    BOTH("both"),
    /** From its beginning to its end: requests, and heartbeats of the node at its beginning. */
    REQUESTS("requests"),
    /** Back: replies, and heartbeats of the node at its end. */
    REPLIES("replies");

    private final String key;

    LinkDirection(String key) {
        this.key = key;
    }

    /** Its name in files and on the command line. */
    public String key() {
        return key;
    }
}
