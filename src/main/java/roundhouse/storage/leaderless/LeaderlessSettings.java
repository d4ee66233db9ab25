package roundhouse.storage.leaderless;

/**
 * How a leaderless store is run.
 *
 * @param datacentres of each member the number of its datacentre, from 0
 * @param replicas at how many members a key is kept
 * @param quorum whose answers are enough
 * @param repair how a replica gets what it lacks
 * @param timing when something is due
 * @param conflicts what becomes of versions that did not know of each other
 */
public record LeaderlessSettings(
        int[] datacentres, int replicas, Quorum quorum, Repair repair, Timing timing, Conflicts conflicts) {
    private static final long SECOND = 1_000_000_000;

    /**
     * Whose answers are enough.
     *
     * @param reads how many answers a read waits for
     * @param writes how many answers a write waits for
     * @param isSloppy whether members that stand in for one that is down count as answers of it (Dynamo, Riak)
     * @param asksAll whether a read asks all replicas and takes the first answers (Dynamo), or only as many as it needs (Cassandra)
     */
    public record Quorum(Answers reads, Answers writes, boolean isSloppy, boolean asksAll) {}

    /**
     * How a replica gets what it lacks.
     *
     * @param byReads whether the newest version is written back, before the read is answered, to those of the answers that were older
     * @param byHints whether a write is kept for a replica that is down, until it is back
     * @param hintWindowNanos for so long it is
     * @param antiEntropyNanos how often a member compares all it has with another; 0 for never
     */
    public record Repair(boolean byReads, boolean byHints, long hintWindowNanos, long antiEntropyNanos) {}

    /**
     * When something is due.
     *
     * @param timeoutNanos how long a coordinator waits for answers
     * @param gossipNanos how often members say that they are there
     * @param suspectNanos after so long without a word a member is held to be down
     */
    public record Timing(long timeoutNanos, long gossipNanos, long suspectNanos) {}

    /** In one datacentre, strict, with read repair and hints for three hours, as Cassandra. */
    public static LeaderlessSettings of(int members, int replicas, int reads, int writes) {
        return new LeaderlessSettings(
                new int[members],
                replicas,
                new Quorum(Answers.of(reads), Answers.of(writes), false, false),
                new Repair(true, true, 10_800 * SECOND, 0),
                new Timing(2 * SECOND, SECOND, 4 * SECOND),
                Conflicts.LAST_WRITE_WINS);
    }

    public int members() {
        return datacentres.length;
    }

    /** In several datacentres, by levels. */
    public LeaderlessSettings withLevels(Answers reads, Answers writes, int... datacentres) {
        Quorum byLevels = new Quorum(reads, writes, quorum.isSloppy, quorum.asksAll);
        return new LeaderlessSettings(datacentres, replicas, byLevels, repair, timing, conflicts);
    }

    private LeaderlessSettings with(Quorum other) {
        return new LeaderlessSettings(datacentres, replicas, other, repair, timing, conflicts);
    }

    public LeaderlessSettings sloppy() {
        return with(new Quorum(quorum.reads, quorum.writes, true, quorum.asksAll));
    }

    /** Reads ask all replicas and take the first answers. */
    public LeaderlessSettings askingAll() {
        return with(new Quorum(quorum.reads, quorum.writes, quorum.isSloppy, true));
    }

    /** With other ways to mend what a replica lacks. */
    public LeaderlessSettings mending(boolean byReads, boolean byHints, long byAntiEntropyEach) {
        Repair other = new Repair(byReads, byHints, repair.hintWindowNanos, byAntiEntropyEach);
        return new LeaderlessSettings(datacentres, replicas, quorum, other, timing, conflicts);
    }

    public LeaderlessSettings withTimes(long timeout, long gossip, long suspect) {
        Timing other = new Timing(timeout, gossip, suspect);
        return new LeaderlessSettings(datacentres, replicas, quorum, repair, other, conflicts);
    }

    public LeaderlessSettings withConflicts(Conflicts how) {
        return new LeaderlessSettings(datacentres, replicas, quorum, repair, timing, how);
    }
}
