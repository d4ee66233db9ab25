package roundhouse.storage.leaderless;

/**
 * How a leaderless store is run.
 *
 * @param datacentres of each member the number of its datacentre, from 0
 * @param replicas at how many members a key is kept
 * @param reads how many answers a read waits for
 * @param writes how many answers a write waits for
 * @param isSloppy whether members that stand in for one that is down count as answers of it (Dynamo, Riak)
 * @param asksAll whether a read asks all replicas and takes the first answers (Dynamo), or only as many as it needs (Cassandra)
 * @param readRepair whether the newest version is written back, before the read is answered, to those of the answers that were older
 * @param hintedHandoff whether a write is kept for a replica that is down, until it is back
 * @param hintWindowNanos for so long it is
 * @param antiEntropyNanos how often a member compares all it has with another; 0 for never
 * @param timeoutNanos how long a coordinator waits for answers
 * @param gossipNanos how often members say that they are there
 * @param suspectNanos after so long without a word a member is held to be down
 * @param conflicts what becomes of versions that did not know of each other
 */
public record LeaderlessSettings(
        int[] datacentres,
        int replicas,
        Answers reads,
        Answers writes,
        boolean isSloppy,
        boolean asksAll,
        boolean readRepair,
        boolean hintedHandoff,
        long hintWindowNanos,
        long antiEntropyNanos,
        long timeoutNanos,
        long gossipNanos,
        long suspectNanos,
        Conflicts conflicts) {
    private static final long SECOND = 1_000_000_000;

    /** The last write wins. */
    public LeaderlessSettings(
            int[] datacentres,
            int replicas,
            Answers reads,
            Answers writes,
            boolean isSloppy,
            boolean asksAll,
            boolean readRepair,
            boolean hintedHandoff,
            long hintWindowNanos,
            long antiEntropyNanos,
            long timeoutNanos,
            long gossipNanos,
            long suspectNanos) {
        this(
                datacentres,
                replicas,
                reads,
                writes,
                isSloppy,
                asksAll,
                readRepair,
                hintedHandoff,
                hintWindowNanos,
                antiEntropyNanos,
                timeoutNanos,
                gossipNanos,
                suspectNanos,
                Conflicts.LAST_WRITE_WINS);
    }

    /** In one datacentre, strict, with read repair and hints for three hours, as Cassandra. */
    public static LeaderlessSettings of(int members, int replicas, int reads, int writes) {
        return new LeaderlessSettings(
                new int[members],
                replicas,
                Answers.of(reads),
                Answers.of(writes),
                false,
                false,
                true,
                true,
                10_800 * SECOND,
                0,
                2 * SECOND,
                SECOND,
                4 * SECOND,
                Conflicts.LAST_WRITE_WINS);
    }

    public int members() {
        return datacentres.length;
    }

    /** In several datacentres, by levels. */
    public LeaderlessSettings withLevels(Answers newReads, Answers newWrites, int... newDatacentres) {
        return new LeaderlessSettings(
                newDatacentres,
                replicas,
                newReads,
                newWrites,
                isSloppy,
                asksAll,
                readRepair,
                hintedHandoff,
                hintWindowNanos,
                antiEntropyNanos,
                timeoutNanos,
                gossipNanos,
                suspectNanos,
                conflicts);
    }

    /** With other ways to mend what a replica lacks. */
    public LeaderlessSettings mending(boolean byReads, boolean byHints, long byAntiEntropyEach) {
        return new LeaderlessSettings(
                datacentres,
                replicas,
                reads,
                writes,
                isSloppy,
                asksAll,
                byReads,
                byHints,
                hintWindowNanos,
                byAntiEntropyEach,
                timeoutNanos,
                gossipNanos,
                suspectNanos,
                conflicts);
    }

    public LeaderlessSettings sloppy() {
        return new LeaderlessSettings(
                datacentres,
                replicas,
                reads,
                writes,
                true,
                asksAll,
                readRepair,
                hintedHandoff,
                hintWindowNanos,
                antiEntropyNanos,
                timeoutNanos,
                gossipNanos,
                suspectNanos,
                conflicts);
    }

    /** Reads ask all replicas and take the first answers. */
    public LeaderlessSettings askingAll() {
        return new LeaderlessSettings(
                datacentres,
                replicas,
                reads,
                writes,
                isSloppy,
                true,
                readRepair,
                hintedHandoff,
                hintWindowNanos,
                antiEntropyNanos,
                timeoutNanos,
                gossipNanos,
                suspectNanos,
                conflicts);
    }

    public LeaderlessSettings withTimes(long timeout, long gossip, long suspect) {
        return new LeaderlessSettings(
                datacentres,
                replicas,
                reads,
                writes,
                isSloppy,
                asksAll,
                readRepair,
                hintedHandoff,
                hintWindowNanos,
                antiEntropyNanos,
                timeout,
                gossip,
                suspect,
                conflicts);
    }

    public LeaderlessSettings withConflicts(Conflicts how) {
        return new LeaderlessSettings(
                datacentres,
                replicas,
                reads,
                writes,
                isSloppy,
                asksAll,
                readRepair,
                hintedHandoff,
                hintWindowNanos,
                antiEntropyNanos,
                timeoutNanos,
                gossipNanos,
                suspectNanos,
                how);
    }
}
