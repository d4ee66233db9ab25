package roundhouse.simulation.components;

import roundhouse.metrics.Latencies;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.ReplicaCounts;
import roundhouse.storage.replication.StoreResult;

/** What became of what a replicated store was asked. Counts run from the start of the run; ages from the end of the warm-up. */
public final class ReplicationFigures {
    private static final int DIGITS = 2;
    private static final long NEVER = -1;

    /** Reads that gave a value, and writes that were acknowledged. */
    public long reads;

    public long writes;
    public long readsRefused;
    public long writesRefused;
    /** Writes of which nobody knows whether they were done. */
    public long unknown;
    /** Reads that gave a value although a newer one had been known when they began. */
    public long staleReads;
    /** For how long a newer one had been known. */
    public final Latencies staleAges = new Latencies(DIGITS);
    /** Acknowledged writes that the store no longer has, nor ever will. */
    public long lost;

    /** Leaders after the first. */
    public long elections;

    /** How long nobody that was up led, nanoseconds; where leaders are. */
    private long leaderlessNanos;

    private long leaderlessSinceNanos = NEVER;

    /** How long the members need to have the same after partitions. */
    public final ConvergenceTimes convergence = new ConvergenceTimes();

    /** How long writes took from where they were first to each other member. */
    public final Latencies lag = new Latencies(DIGITS);

    /** What was answered while there was a partition, and what members that were up did not answer then. */
    public long answeredParted;

    public long refusedParted;

    public long messages;
    public long bytes;

    private StoreStanding standing = StoreStanding.NONE;
    /** What members did that are no more, as the store began anew. */
    private ReplicaCounts before = ReplicaCounts.NONE;

    /** These are its members from now on. */
    public void stands(StoreStanding now) {
        ReplicaCounts done = standing.counts();
        before = before.plus(new ReplicaCounts(
                done.hintsStored(),
                done.hintsDelivered(),
                done.repairs(),
                done.conflicts(),
                0,
                done.streamed(),
                done.streamedBytes()));
        standing = now;
    }

    /** How its members stand. */
    public StoreStanding standing() {
        return standing;
    }

    /** What members did beside reading and writing, and the siblings that there are now. */
    public ReplicaCounts counts() {
        return before.plus(standing.counts());
    }

    /** Somebody that is up leads now, or nobody does. */
    public void leads(boolean somebody, long nowNanos) {
        if (!somebody && leaderlessSinceNanos == NEVER) {
            leaderlessSinceNanos = nowNanos;
        } else if (somebody && leaderlessSinceNanos != NEVER) {
            leaderlessNanos += nowNanos - leaderlessSinceNanos;
            leaderlessSinceNanos = NEVER;
        }
    }

    /** How long nobody that was up led until now, nanoseconds. */
    public long leaderlessNanos(long nowNanos) {
        return leaderlessNanos + (leaderlessSinceNanos == NEVER ? 0 : nowNanos - leaderlessSinceNanos);
    }

    /** A read gave a value. */
    public void read(long staleNanos) {
        if (staleNanos != KeyVersions.FRESH) {
            staleReads++;
            staleAges.record(staleNanos);
        }
    }

    /** A read or a write has ended so. */
    public void ended(boolean read, StoreResult result) {
        switch (result) {
            case OK -> {
                reads += read ? 1 : 0;
                writes += read ? 0 : 1;
            }
            case REFUSED -> {
                readsRefused += read ? 1 : 0;
                writesRefused += read ? 0 : 1;
            }
            case UNKNOWN -> {
                readsRefused += read ? 1 : 0;
                unknown += read ? 0 : 1;
            }
        }
    }

    /** The same while there is a partition. */
    public void endedParted(boolean well) {
        answeredParted += well ? 1 : 0;
        refusedParted += well ? 0 : 1;
    }

    /** A member sets out to tell another one something. */
    public void sent(Message message) {
        messages++;
        bytes += message.bytes();
    }

    /** The warm-up is over. */
    public void measure() {
        staleAges.reset();
        lag.reset();
    }

    /** Begins another interval for whatever has peaks. */
    public void cut() {
        staleAges.cut();
        lag.cut();
    }
}
