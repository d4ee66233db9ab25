package roundhouse.caching.writing;

/** How a step ended. */
public enum StepEnd {
    /** It did what it should; a lookup found something. */
    OK,
    /** A lookup found nothing. */
    NOTHING,
    /** Whoever was asked did not do it, or did not answer. */
    FAILED
}
