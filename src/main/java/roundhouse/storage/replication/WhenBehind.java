package roundhouse.storage.replication;

/** What a member does that is behind what a read must show. */
public enum WhenBehind {
    /**
     * Waits until it is no longer, and refuses when that takes too long: MongoDB's {@code afterClusterTime}, MySQL's
     * {@code WAIT_FOR_EXECUTED_GTID_SET}.
     */
    WAIT,
    /** Hands it on to one that is not, as ProxySQL does by GTID and Azure Cosmos DB by its session token. */
    FORWARD,
    /** Refuses, and the client has to try another: a ZooKeeper server does not take a client that has seen more than it has. */
    REFUSE
}
