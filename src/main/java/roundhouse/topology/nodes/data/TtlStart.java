package roundhouse.topology.nodes.data;

import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** From when a time to live is counted. */
public enum TtlStart {
    FETCH,
    USE;

    /** As files and forms have it. */
    public static final Type<TtlStart> TYPE = new ChoiceType<TtlStart>("beginning of the time to live")
            .or(FETCH, "fetch", "The fetch", "It is over so long after the value came, however often it is used.")
            .or(USE, "use", "The last use", "Each use begins it anew.");
}
