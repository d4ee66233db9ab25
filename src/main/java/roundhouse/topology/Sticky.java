package roundhouse.topology;

/** What keeps a client on the target it was first given: {@code off}, {@code address} or {@code cookie} in files. */
public enum Sticky {
    OFF,
    /** The client's IP address. */
    ADDRESS,
    /** A cookie that the balancer sets: layer 7 only. */
    COOKIE
}
