package roundhouse.simulation.targets;

/** What becomes of a request for a target that is at its limit. */
public enum AtLimit {
    /** It goes to another target, or nowhere. */
    ELSEWHERE,
    /** It waits: whoever is bound to a target, by key, address or stickiness, for that; others for whoever has room first. */
    WAITS,
    /** Limits are not looked at when a target is picked: it waits for that. */
    WAITS_THERE
}
