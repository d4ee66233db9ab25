package roundhouse.analysis.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.QuorumSize;
import roundhouse.topology.stores.Replication;
import roundhouse.topology.stores.Store;

/** A protocol's setting and what it is called. */
record NamedReplication(String name, Replication replication) {
    /** What Dynamo and Cassandra usually keep. */
    private static final int USUAL_N = 3;

    /** Settings of the store's own protocol; what they do not speak of stays as the store has it. */
    static List<NamedReplication> like(Topology topology, Store store) {
        int members = store.members().size();
        return switch (store.replication()) {
            case LeaderlessReplication leaderless ->
                Stream.concat(
                                quorums(leaderless).stream(),
                                hasDatacentres(topology, store) ? levels(leaderless).stream() : Stream.empty())
                        .map(each -> named(each, members, false))
                        .toList();
            case PrimaryReplication primary ->
                primaries(primary, members).stream()
                        .map(each -> named(each, members, false))
                        .toList();
            case ConsensusReplication raft ->
                rafts(raft).stream().map(each -> named(each, members, false)).toList();
            default -> List.of();
        };
    }

    /** Some of each protocol, for a store of so many members. */
    static List<NamedReplication> ofEveryProtocol(int members) {
        int n = Math.min(USUAL_N, members);
        PrimaryReplication primary = PrimaryReplication.SETTINGS.usual();
        LeaderlessReplication leaderless =
                LeaderlessReplication.SETTINGS.usual().with(LeaderlessReplication.N, n);
        List<Replication> some = new ArrayList<>();
        some.add(primary.with(PrimaryReplication.READS, PrimaryReplication.Reads.LOCAL));
        some.add(primary);
        some.add(primary.with(PrimaryReplication.SYNCHRONOUS, Math.min(1, members - 1)));
        some.add(quorum(leaderless, 1, 1));
        some.add(quorum(leaderless, majority(n), majority(n)));
        rafts(ConsensusReplication.SETTINGS.usual()).forEach(some::add);
        return some.stream().map(each -> named(each, members, true)).toList();
    }

    /** A leaderless store with each number of copies, R and W as they are or as many as there are copies; none for other protocols. */
    static List<NamedReplication> copies(Replication replication, int members) {
        return replication instanceof LeaderlessReplication leaderless
                ? IntStream.rangeClosed(1, members)
                        .mapToObj(n -> leaderless
                                .with(LeaderlessReplication.R, atMost(n, leaderless.r()))
                                .with(LeaderlessReplication.W, atMost(n, leaderless.w()))
                                .with(LeaderlessReplication.N, n))
                        .map(each -> new NamedReplication(nameWithCopies(each, members), each))
                        .toList()
                : List.of();
    }

    private static QuorumSize atMost(int n, QuorumSize size) {
        return size instanceof QuorumSize.Count(int count) && count > n ? QuorumSize.of(n) : size;
    }

    /** What a setting is called among those with other numbers of copies: {@code N 3, R 1, W 1}. */
    static String nameWithCopies(Replication replication, int members) {
        String name = name(replication, members, false);
        return replication instanceof LeaderlessReplication leaderless ? "N " + leaderless.n() + ", " + name : name;
    }

    private static NamedReplication named(Replication replication, int members, boolean withProtocol) {
        return new NamedReplication(name(replication, members, withProtocol), replication);
    }

    private static List<LeaderlessReplication> quorums(LeaderlessReplication leaderless) {
        int n = leaderless.n();
        int most = majority(n);
        return Stream.of(
                        quorum(leaderless, 1, 1),
                        quorum(leaderless, most, 1),
                        quorum(leaderless, 1, most),
                        quorum(leaderless, most, most),
                        quorum(leaderless, n, 1),
                        quorum(leaderless, 1, n))
                .distinct()
                .toList();
    }

    private static List<LeaderlessReplication> levels(LeaderlessReplication leaderless) {
        return List.of(
                leaderless
                        .with(LeaderlessReplication.R, QuorumSize.Level.LOCAL_QUORUM)
                        .with(LeaderlessReplication.W, QuorumSize.Level.LOCAL_QUORUM),
                leaderless
                        .with(LeaderlessReplication.R, QuorumSize.Level.LOCAL_QUORUM)
                        .with(LeaderlessReplication.W, QuorumSize.Level.EACH_QUORUM));
    }

    private static LeaderlessReplication quorum(LeaderlessReplication leaderless, int r, int w) {
        return leaderless
                .with(LeaderlessReplication.R, QuorumSize.of(r))
                .with(LeaderlessReplication.W, QuorumSize.of(w));
    }

    private static int majority(int of) {
        return of / 2 + 1;
    }

    private static boolean hasDatacentres(Topology topology, Store store) {
        return store.members().stream()
                        .flatMap(id -> topology.node(id).stream())
                        .map(Node::region)
                        .distinct()
                        .count()
                > 1;
    }

    private static List<PrimaryReplication> primaries(PrimaryReplication primary, int members) {
        List<PrimaryReplication> all = new ArrayList<>();
        for (int synchronous : Stream.of(0, 1, members - 1).distinct().toList()) {
            PrimaryReplication each = primary.with(PrimaryReplication.SYNCHRONOUS, synchronous)
                    .with(PrimaryReplication.LEVEL, PrimaryReplication.Level.RECEIVED);
            all.add(each.with(PrimaryReplication.READS, PrimaryReplication.Reads.LOCAL));
            all.add(each.with(PrimaryReplication.READS, PrimaryReplication.Reads.PRIMARY));
        }
        if (primary.applyDelay().isPositive()) {
            // Else it is no other than received.
            all.add(primary.with(PrimaryReplication.SYNCHRONOUS, members - 1)
                    .with(PrimaryReplication.LEVEL, PrimaryReplication.Level.APPLIED)
                    .with(PrimaryReplication.READS, PrimaryReplication.Reads.LOCAL));
        }
        return all;
    }

    private static List<ConsensusReplication> rafts(ConsensusReplication raft) {
        return Stream.of(
                        ConsensusReplication.Reads.LOCAL,
                        ConsensusReplication.Reads.LEASE,
                        ConsensusReplication.Reads.LINEARIZABLE)
                .map(reads -> raft.with(ConsensusReplication.READS, reads))
                .toList();
    }

    /**
     * What a setting is called.
     *
     * @param withProtocol whether it must be told from those of other protocols
     */
    static String name(Replication replication, int members, boolean withProtocol) {
        return switch (replication) {
            case LeaderlessReplication leaderless -> "R " + size(leaderless.r()) + ", W " + size(leaderless.w());
            case PrimaryReplication primary -> name(primary, members);
            case ConsensusReplication raft ->
                (withProtocol ? "Raft, " : "")
                        + switch (raft.reads()) {
                            case LINEARIZABLE -> "linearizable reads";
                            case LEASE -> "lease reads";
                            case LOCAL -> "local reads";
                        };
            default -> replication.mode();
        };
    }

    private static String name(PrimaryReplication primary, int members) {
        String reads = primary.reads() == PrimaryReplication.Reads.LOCAL ? "local reads" : "primary reads";
        if (primary.synchronous() == 0) {
            return "async, " + reads;
        }
        String followers =
                primary.synchronous() == members - 1 && members > 2 ? "all" : Integer.toString(primary.synchronous());
        String level = primary.level() == PrimaryReplication.Level.APPLIED ? " applied" : " sync";
        return followers + level + ", " + reads;
    }

    private static String size(QuorumSize size) {
        return size instanceof QuorumSize.Level level ? level.name() : QuorumSize.TYPE.shown(size);
    }
}
