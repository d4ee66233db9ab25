package roundhouse.topology;

import roundhouse.topology.types.ChoiceType;

/** What the others see of a node that is down. */
public enum CrashMode {
    /** The process died: connections are refused, and those it had are reset. */
    REFUSE("refuse"),
    /** The machine or its network is gone: nothing answers any more. */
    BLACK_HOLE("black-hole"),
    /** It still accepts connections, but never answers: whatever it takes is lost in mid-service. */
    AFTER_ACCEPT("after-accept");

    /** As files and menus have it. */
    public static final ChoiceType<CrashMode> TYPE = new ChoiceType<CrashMode>("kind of crash")
            .or(REFUSE, REFUSE.key, "Refuse", "Connections are refused, and those it had are reset.")
            .or(BLACK_HOLE, BLACK_HOLE.key, "Black hole", "Nothing answers any more.")
            .or(AFTER_ACCEPT, AFTER_ACCEPT.key, "After accepting", "Connections are accepted and never answered.");

    private final String key;

    CrashMode(String key) {
        this.key = key;
    }
}
