package roundhouse.storage.searching;

/** Whether there is what was looked for. */
public enum Answer {
    YES,
    NO,
    /** The budget was used up before it was found or known not to be there. */
    UNKNOWN
}
