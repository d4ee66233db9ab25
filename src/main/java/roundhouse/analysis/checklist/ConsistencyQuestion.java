package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.DataFigure;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.QuorumSize;
import roundhouse.topology.stores.Replication;
import roundhouse.topology.stores.Store;

/** Do the ways in which stores keep their copies contradict what is expected of them? */
final class ConsistencyQuestion implements ChecklistQuestion {
    private static final String LINEARIZABLE = "linearizable";

    @Override
    public List<Advice> ask(Examined examined) {
        Topology topology = examined.topology();
        List<Advice> advice = new ArrayList<>();
        for (Store store : topology.stores()) {
            int before = advice.size();
            linearizable(store, topology, advice);
            losing(store, topology, advice);
            measured(store, examined, advice);
            if (advice.size() == before) {
                advice.add(Advice.good(
                        ChecklistItem.CONSISTENCY,
                        store.id(),
                        promise(store.replication()),
                        store.replication().mode()));
            }
        }
        if (advice.isEmpty()) {
            boolean data = topology.nodes().stream().anyMatch(Node::storesData);
            advice.add(Advice.good(
                    ChecklistItem.CONSISTENCY,
                    "",
                    data
                            ? "each value is in one database, so every read there gives the newest, and none is given while it is gone"
                            : "no node keeps data, so there are no copies that could differ",
                    ""));
        }
        return advice;
    }

    private static String promise(Replication replication) {
        if (replication.canBeStale()) {
            return "reads can give old values, and go on where members cannot reach each other";
        }
        return replication instanceof ConsensusReplication
                ? "reads give the newest value; the side of a partition without a majority answers nothing"
                : "reads give the newest value while members reach each other";
    }

    private static void linearizable(Store store, Topology topology, List<Advice> advice) {
        boolean expected = topology.expect().stream()
                .anyMatch(one -> one instanceof Expectation.Promise(String of, String check)
                        && of.equals(store.id())
                        && check.equals(LINEARIZABLE));
        if (!expected
                || (!store.replication().canBeStale() && !(store.replication() instanceof LeaderlessReplication))) {
            return;
        }
        String why = store.replication() instanceof LeaderlessReplication leaderless && !leaderless.canBeStale()
                ? "is expected to be linearizable, but concurrent writes are ordered by clocks, and a read may see a write that is not done yet"
                : "is expected to be linearizable, but " + reason(store.replication());
        Replication strict = strict(store.replication());
        advice.add(Advice.error(
                        ChecklistItem.CONSISTENCY,
                        store.id(),
                        why,
                        store.replication().mode())
                .mendedBy(Fix.of(
                        "Make reads of " + store.id() + " the newest",
                        topology,
                        topology.with(store.with(Store.REPLICATION, strict)))));
    }

    private static String reason(Replication replication) {
        return replication instanceof LeaderlessReplication leaderless
                ? "R = " + words(leaderless.r()) + " and W = " + words(leaderless.w()) + " of " + leaderless.n()
                        + " need not meet, so a read can miss the newest write"
                : "its members answer reads by themselves, and can be behind";
    }

    private static String words(QuorumSize size) {
        return switch (size) {
            case QuorumSize.Count(int count) -> String.valueOf(count);
            case QuorumSize.Level level -> level.key();
        };
    }

    private static Replication strict(Replication replication) {
        return switch (replication) {
            case PrimaryReplication primary -> primary.with(PrimaryReplication.READS, PrimaryReplication.Reads.PRIMARY);
            case ConsensusReplication consensus ->
                consensus.with(ConsensusReplication.READS, ConsensusReplication.Reads.LINEARIZABLE);
            default -> ConsensusReplication.SETTINGS.usual();
        };
    }

    /** Nothing acknowledged may be lost, but writes are acknowledged before anybody else has them. */
    private static void losing(Store store, Topology topology, List<Advice> advice) {
        boolean expected = topology.expect().stream()
                .anyMatch(one -> one instanceof Expectation.Bound bound
                        && bound.figure() instanceof Figure.Data(DataFigure figure)
                        && figure.key().equals("lost acknowledged writes")
                        && (bound.node() == null || bound.node().equals(store.id())));
        if (expected
                && store.replication() instanceof PrimaryReplication primary
                && primary.synchronous() == 0
                && store.members().size() > 1) {
            advice.add(Advice.warning(
                            ChecklistItem.CONSISTENCY,
                            store.id(),
                            "is expected to lose nothing, but acknowledges writes that no follower has; they go with the primary",
                            "0 synchronous followers")
                    .mendedBy(Fix.of(
                            "Make one follower of " + store.id() + " synchronous",
                            topology,
                            topology.with(
                                    store.with(Store.REPLICATION, primary.with(PrimaryReplication.SYNCHRONOUS, 1))))));
        }
    }

    private static void measured(Store store, Examined examined, List<Advice> advice) {
        DataReport data = examined.report() == null ? null : examined.report().data();
        if (data == null) {
            return;
        }
        for (StoreReport report : data.stores()) {
            if (report.id().equals(store.id()) && report.lostAcknowledgedWrites() > 0) {
                advice.add(Advice.warning(
                        ChecklistItem.CONSISTENCY,
                        store.id(),
                        "lost writes that it had acknowledged",
                        report.lostAcknowledgedWrites() + " writes lost in the run"));
            }
            if (report.id().equals(store.id()) && report.staleReads() > 0) {
                advice.add(Advice.note(
                        ChecklistItem.CONSISTENCY,
                        store.id(),
                        "gave old values",
                        ShownFigures.percent((double) report.staleReads() / Math.max(1, report.reads()))
                                + " of reads stale in the run"));
            }
        }
    }
}
