package roundhouse.topology;

import roundhouse.topology.types.ChoiceType;

/** Which of a link's two directions. */
public enum LinkDirection {
    BOTH("both"),
    /** From its beginning to its end: requests, and heartbeats of the node at its beginning. */
    REQUESTS("requests"),
    /** Back: replies, and heartbeats of the node at its end. */
    REPLIES("replies");

    /** As files and menus have it. */
    public static final ChoiceType<LinkDirection> TYPE = new ChoiceType<LinkDirection>("direction")
            .or(BOTH, BOTH.key, "Both", "Either way.")
            .or(REQUESTS, REQUESTS.key, "Requests", "From its beginning to its end.")
            .or(REPLIES, REPLIES.key, "Replies", "Back.");

    private final String key;

    LinkDirection(String key) {
        this.key = key;
    }

    /** Its name in files and on the command line. */
    public String key() {
        return key;
    }
}
