package roundhouse.simulation.engine;

/** Why an attempt travels. Only requests count in the figures of nodes and of the run. */
public enum AttemptPurpose {
    /** A client asks for something. */
    REQUEST,
    /** A load balancer asks a target whether it is well. */
    CHECK,
    /** A load balancer tells the other of its pair that it lives; nobody answers. */
    HEARTBEAT,
    /** A member of a store tells another one something; nobody answers. */
    MEMBER;

    /** Whether it only goes one way, over its link in either direction. */
    public boolean isOneWay() {
        return this == HEARTBEAT || this == MEMBER;
    }
}
