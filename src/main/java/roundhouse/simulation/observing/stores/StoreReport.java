package roundhouse.simulation.observing.stores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.simulation.components.replication.ConvergenceTimes;
import roundhouse.simulation.components.replication.ReplicationFigures;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.storing.ReplicatedStore;

/**
 * What became of what a replicated store was asked, and how its members stand. Counts are from the start; durations leave the warm-up out.
 *
 * @param mode the protocol by its name in files
 * @param leader the id of the member that leads; null where none does
 * @param convergedNanos the longest it took after a partition until all had what they should; null where none ended
 * @param values one for each {@link StoreFigure}
 * @param durations one for each {@link StoreDuration}
 */
public record StoreReport(
        String id,
        String title,
        String mode,
        @Nullable String leader,
        @Nullable Long convergedNanos,
        List<Double> values,
        List<Durations> durations,
        List<Member> members) {
    /**
     * One member.
     *
     * @param leads whether it holds itself to lead
     * @param follows whom it holds to lead; null for nobody
     * @param side the number of its side of the partition; -1 while there is none, or it is on none
     * @param values one for each {@link MemberFigure}
     */
    public record Member(
            String id, boolean up, boolean leads, @Nullable String follows, int side, List<Long> values) {
        public long of(MemberFigure figure) {
            return values.get(figure.ordinal());
        }

        public int term() {
            return (int) of(MemberFigure.TERM);
        }

        public long behind() {
            return of(MemberFigure.BEHIND);
        }

        public long aheadNanos() {
            return of(MemberFigure.CLOCK_AHEAD);
        }

        public long answeredParted() {
            return of(MemberFigure.ANSWERED_PARTED);
        }

        public long refusedParted() {
            return of(MemberFigure.REFUSED_PARTED);
        }
    }

    /** Some durations, nanoseconds. */
    public record Durations(long count, double meanNanos, long p50Nanos, long p99Nanos, long maxNanos) {
        /** None was recorded. */
        public static final Durations NONE = new Durations(0, 0, 0, 0, 0);

        static Durations of(Latencies recorded) {
            long[] percentiles = recorded.percentilesNanos(50, 99);
            return new Durations(
                    recorded.count(), recorded.meanNanos(), percentiles[0], percentiles[1], recorded.maxNanos());
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
            members.add(member(store, i, ids));
        }
        long converged = figures.convergence.longestNanos();
        return new StoreReport(
                store.id(),
                store.spec().title(),
                store.spec().replication().mode(),
                store.leader() < 0 ? null : ids.get(store.leader()),
                converged == ConvergenceTimes.NONE ? null : (Long) converged,
                Arrays.stream(StoreFigure.values())
                        .map(figure -> figure.value(figures, nowNanos))
                        .toList(),
                Arrays.stream(StoreDuration.values())
                        .map(duration -> Durations.of(duration.of(figures)))
                        .toList(),
                List.copyOf(members));
    }

    private static Member member(ReplicatedStore store, int number, List<String> ids) {
        int follows = store.follows(number);
        return new Member(
                ids.get(number),
                store.isUp(number),
                follows == number && store.isUp(number),
                follows < 0 ? null : ids.get(follows),
                store.side(number),
                Arrays.stream(MemberFigure.values())
                        .map(figure -> figure.of(store, number))
                        .toList());
    }

    /** The number, or the share from 0 to 1; not a number where there is nothing that it would be a share of. */
    public double of(StoreFigure figure) {
        return values.get(figure.ordinal());
    }

    /** A number that is no share. */
    public long count(StoreFigure figure) {
        return (long) of(figure);
    }

    public Durations of(StoreDuration duration) {
        return durations.get(duration.ordinal());
    }

    public long reads() {
        return count(StoreFigure.READS);
    }

    public long writes() {
        return count(StoreFigure.WRITES);
    }

    public long readsRefused() {
        return count(StoreFigure.REFUSED_READS);
    }

    public long writesRefused() {
        return count(StoreFigure.REFUSED_WRITES);
    }

    public long unknownWrites() {
        return count(StoreFigure.UNKNOWN_WRITES);
    }

    public long staleReads() {
        return count(StoreFigure.STALE_READS);
    }

    public double staleShare() {
        return of(StoreFigure.STALE_SHARE);
    }

    public Durations staleAge() {
        return of(StoreDuration.STALE_AGE);
    }

    public long lostAcknowledgedWrites() {
        return count(StoreFigure.LOST_WRITES);
    }

    public int term() {
        return (int) count(StoreFigure.TERM);
    }

    public long elections() {
        return count(StoreFigure.ELECTIONS);
    }

    public long leaderlessNanos() {
        return count(StoreFigure.WITHOUT_LEADER);
    }

    /** Whether its protocol has leaders. */
    public boolean hasLeaders() {
        return count(StoreFigure.TERM) > 0;
    }
}
