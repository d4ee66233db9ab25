package roundhouse.storage.leaderless;

/** The timers of a leaderless replica, by which it knows what has come due. */
final class LeaderlessTimer {
    static final int GOSSIP = 0;
    static final int TIMEOUT = 1;
    static final int COMPARE = 2;
    static final int PATIENCE = 3;
    static final int STREAM = 4;

    private LeaderlessTimer() {}
}
