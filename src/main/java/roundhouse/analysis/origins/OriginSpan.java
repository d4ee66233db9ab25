package roundhouse.analysis.origins;

/** Over what stretch of a run a figure is. */
public enum OriginSpan {
    /** At this instant. */
    NOW,
    /** The last second of simulated time, of the warm-up too. */
    LAST_SECOND,
    /** Since the start of the run, the warm-up included. */
    SINCE_START,
    /** Since the warm-up ended. */
    SINCE_WARM_UP,
    /** As settings and commands have it: nothing is measured. */
    SETTING
}
