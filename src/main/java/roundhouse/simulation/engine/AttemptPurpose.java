package roundhouse.simulation.engine;

/** Why an attempt travels. Only requests count in the figures of the run. */
public enum AttemptPurpose {
    /** A client asks for something. */
    REQUEST(true),
    /** A resolver asks where a name lives. */
    LOOKUP(true),
    /** A load balancer asks a target whether it is well. */
    CHECK(false),
    /** A load balancer tells the other of its pair that it lives; nobody answers. */
    HEARTBEAT(false),
    /** A member of a store tells another one something; nobody answers. */
    MEMBER(false);

    private final boolean counts;

    AttemptPurpose(boolean counts) {
        this.counts = counts;
    }

    /** Whether it only goes one way, over its link in either direction. */
    public boolean isOneWay() {
        return this == HEARTBEAT || this == MEMBER;
    }

    /** Whether it counts in the figures of nodes and links that it comes by. */
    public boolean counts() {
        return counts;
    }
}
