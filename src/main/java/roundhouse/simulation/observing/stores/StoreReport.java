package roundhouse.simulation.observing.stores;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.simulation.components.ConvergenceTimes;
import roundhouse.simulation.components.ReplicationFigures;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.storing.ReplicatedStore;
import roundhouse.storage.replication.ReplicaCounts;

/**
 * What became of what a replicated store was asked, and how its members stand. Counts are from the start; ages leave the warm-up out.
 *
 * @param mode the protocol by its name in files
 * @param reads reads that gave a value
 * @param writes writes that were acknowledged
 * @param unknownWrites writes of which nobody knows whether they were done
 * @param staleReads reads that gave a value although a newer one had been known when they began
 * @param lostAcknowledgedWrites acknowledged writes that the store has not any more
 * @param leader the id of the member that leads; null where none does
 * @param term of the newest leader; 0 where none leads
 * @param elections leaders after the first
 * @param leaderlessNanos for how long nobody that was up led
 * @param messages messages between members
 * @param bytes what they were together, about
 * @param convergedNanos the longest it took after a partition until all had what they should; null where none ended
 */
public record StoreReport(
        String id,
        String title,
        String mode,
        long reads,
        long writes,
        long readsRefused,
        long writesRefused,
        long unknownWrites,
        long staleReads,
        StaleAge staleAge,
        long lostAcknowledgedWrites,
        @Nullable String leader,
        int term,
        long elections,
        long leaderlessNanos,
        long messages,
        long bytes,
        @Nullable Long convergedNanos,
        List<Member> members) {
    /**
     * One member.
     *
     * @param leads whether it holds itself to lead
     * @param follows whom it holds to lead; null for nobody
     * @param behind how many writes the leader has that it has not; where nobody leads, at how many keys it has something older than
     *     another replica
     * @param aheadNanos by how much its clock is ahead of the others'
     * @param answeredParted what it answered well while there was a partition
     * @param refusedParted what it refused, or did not answer in time, while it was up and there was a partition
     * @param side the number of its side of the partition; -1 while there is none, or it is on none
     */
    public record Member(
            String id,
            boolean up,
            boolean leads,
            @Nullable String follows,
            int term,
            long behind,
            int side,
            long aheadNanos,
            long answeredParted,
            long refusedParted,
            ReplicaCounts counts) {}

    /** For how long a newer value had been known when an old one was given, nanoseconds. */
    public record StaleAge(long count, double meanNanos, long p99Nanos, long maxNanos) {
        static StaleAge of(Latencies ages) {
            return new StaleAge(ages.count(), ages.meanNanos(), ages.percentilesNanos(99)[0], ages.maxNanos());
        }
    }

    /** All of a run. */
    public static List<StoreReport> of(Network network, long nowNanos) {
        List<StoreReport> reports = new ArrayList<>();
        network.stores().all().forEach(store -> reports.add(of(store, nowNanos)));
        return List.copyOf(reports);
    }

    private static StoreReport of(ReplicatedStore store, long nowNanos) {
        ReplicationFigures figures = store.figures();
        List<String> ids = store.spec().members();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < store.size(); i++) {
            int follows = store.follows(i);
            members.add(new Member(
                    ids.get(i),
                    store.isUp(i),
                    follows == i && store.isUp(i),
                    follows < 0 ? null : ids.get(follows),
                    store.term(i),
                    store.behind(i),
                    store.side(i),
                    store.aheadNanos(i),
                    store.answeredParted(i),
                    store.refusedParted(i),
                    store.counts(i)));
        }
        long converged = figures.convergence.longestNanos();
        return new StoreReport(
                store.id(),
                store.spec().title(),
                store.spec().replication().mode(),
                figures.reads,
                figures.writes,
                figures.readsRefused,
                figures.writesRefused,
                figures.unknown,
                figures.staleReads,
                StaleAge.of(figures.staleAges),
                figures.lost,
                store.leader() < 0 ? null : ids.get(store.leader()),
                store.term(),
                figures.elections,
                figures.leaderlessNanos(nowNanos),
                figures.messages,
                figures.bytes,
                converged == ConvergenceTimes.NONE ? null : (Long) converged,
                List.copyOf(members));
    }

    /** Whether its protocol has leaders. */
    public boolean hasLeaders() {
        return term > 0;
    }

    /** Reads that gave an old value among all, 0 to 1; not a number without any. */
    public double staleShare() {
        return reads == 0 ? Double.NaN : (double) staleReads / reads;
    }
}
