package roundhouse.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import roundhouse.analysis.ReplayCheck;
import roundhouse.analysis.ReplayVerdict;
import roundhouse.analysis.RunRecorder;
import roundhouse.analysis.structure.StructureCheck;
import roundhouse.cli.reports.ReportJson;
import roundhouse.limits.LimitFigure;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.guarding.GuardReport;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.swarm.auditing.Audit;
import roundhouse.topology.Command;
import roundhouse.topology.Expansion;
import roundhouse.topology.Topology;
import roundhouse.topology.files.RunFile;
import roundhouse.topology.files.SavedRun;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;

/** What holds of every run of every system, whatever is done to it. Each has a name, by which one that fails is known again. */
final class Invariants {
    private static final long SECOND = 1_000_000_000;
    private static final long END = 5 * SECOND / 2;
    private static final long MOST_EVENTS = 40_000;
    private static final double ROUNDING = 1e-6;

    private final WholeSystem system;

    private Invariants(WholeSystem system) {
        this.system = system;
    }

    /** @throws AssertionError with the name of the first that does not hold */
    static void check(WholeSystem system) {
        new Invariants(system).check();
    }

    private void check() {
        StructureCheck.of(system.start());
        long endNanos = endNanos();
        Replay replay = new Replay(system.start(), system.log());
        replay.runUntil(endNanos);
        Run whole = replay.run();
        Report report = whole.report();
        conserved(whole, report);
        bounded(whole, report);
        data(report);
        report.nodes().forEach((id, node) -> node(id, node, report));
        report.removed().forEach(removed -> node(removed.id(), removed.node(), report));
        RunView seen = RunView.of(whole);
        assertThat(seen.report()).as("the report, asked for again").isEqualTo(report);
        seen.same("in pieces and looked at", RunView.of(inPieces(endNanos)));
        Replay again = new Replay(system.start(), whole.log());
        again.runUntil(endNanos);
        seen.same("replayed", RunView.of(again.run()));
        saved(whole, endNanos);
        oneByOne(endNanos);
    }

    /** A node that stands for several is as those are, one by one. */
    private void oneByOne(long endNanos) {
        Topology start = system.start().withScenario(List.of()).withExpect(List.of());
        Topology stacks =
                start.withNodes(start.nodes().stream().map(Invariants::unscaled).toList());
        Topology each = Expansion.of(stacks);
        if (!each.equals(stacks)) {
            Run together = Run.of(stacks);
            Run apart = Run.of(each);
            together.runUntil(endNanos);
            apart.runUntil(endNanos);
            RunView.of(apart).same("of stacks one by one", RunView.of(together));
        }
    }

    /** A group has figures of its own and changes its size: here its servers stand for themselves, as many as there are at first. */
    private static Node unscaled(Node node) {
        return node instanceof ServerGroup group
                ? group.member(group.id(), group.label()).with(Server.COUNT, group.count())
                : node;
    }

    /** What the run does with data is checked while it goes on. Where it ends: after some seconds, or before that after very many events. */
    private long endNanos() {
        Audit audit = new Audit();
        Run first = Run.of(system.start(), audit);
        for (Run.Entry entry : system.log()) {
            if (!first.runUntil(entry.timeNanos(), () -> first.events() > MOST_EVENTS)) {
                audit.check(first.report());
                return first.nowNanos();
            }
            audit.check(first.report());
            first.apply(entry.command());
        }
        first.runUntil(END, () -> first.events() > MOST_EVENTS);
        audit.check(first.report());
        return first.nowNanos();
    }

    private Run inPieces(long endNanos) {
        SplittableRandom pieces = new SplittableRandom(system.start().seed());
        Replay replay = new Replay(system.start(), system.log());
        Frame frame = new Frame();
        while (replay.nowNanos() < endNanos) {
            replay.runUntil(Math.min(endNanos, replay.nowNanos() + 1 + pieces.nextLong(SECOND / 10)));
            replay.run().observe(frame);
            for (int hop = 0; hop < frame.hops; hop++) {
                assertThat(frame.along[hop]).as("a hop is on its link").isBetween(0f, 1f);
            }
            if (pieces.nextInt(5) == 0) {
                ReportJson.of(replay.run().report());
            }
        }
        return replay.run();
    }

    private void saved(Run whole, long endNanos) {
        List<Run.Entry> log = whole.log();
        SavedRun saved = new RunRecorder(system.start(), log, endNanos).finish();
        assertThat(saved.digest()).as("the digest, recorded").isEqualTo(whole.digest());
        assertThat(RunFile.parse(RunFile.format(saved)))
                .as("a saved run, read again")
                .isInstanceOfSatisfying(
                        RunFile.Result.Read.class,
                        read -> assertThat(new ReplayCheck(read.run()).finish())
                                .as("a saved run, verified")
                                .isEqualTo(new ReplayVerdict.Same(whole.events(), whole.digest())));
    }

    /** Reads and writes end somewhere, caches give no more than they were asked for, and a write is lost at most once. */
    private static void data(Report report) {
        DataReport data = report.data();
        if (data == null) {
            return;
        }
        assertThat(data.reads() + data.writes())
                .as("reads and writes that ended well")
                .isLessThanOrEqualTo(report.outcomes().getOrDefault(Outcome.OK, 0L));
        assertThat(data.tiers().values().stream()
                        .mapToLong(DataReport.Tier::reads)
                        .sum())
                .as("reads by where they ended")
                .isEqualTo(data.reads());
        assertThat(data.tiers().values().stream()
                        .mapToLong(DataReport.Tier::writes)
                        .sum())
                .as("writes by where they ended")
                .isEqualTo(data.writes());
        assertThat(data.staleReads()).as("stale reads").isBetween(0L, data.reads());
        assertThat(data.lostAcknowledgedWrites()).as("lost writes").isBetween(0L, data.writes());
        data.caches().forEach((id, cache) -> {
            assertThat(cache.stale()).as("stale hits of %s", id).isBetween(0L, cache.hits());
            assertThat(cache.cold() + cache.coalesced())
                    .as("cold or waiting of %s", id)
                    .isBetween(0L, 2 * cache.misses());
            assertThat(cache.entries()).as("entries of %s", id).isNotNegative();
            assertThat(cache.bytes()).as("bytes of %s", id).isNotNegative();
            assertThat(cache.dirty()).as("dirty entries of %s", id).isNotNegative();
        });
    }

    private static void conserved(Run run, Report report) {
        assertThat(sum(report) + report.unfinished())
                .as("requests ended or not")
                .isEqualTo(report.requests());
        assertThat(report.unfinished()).as("unfinished requests").isNotNegative();
        assertThat(report.attempts()).as("attempts").isGreaterThanOrEqualTo(sum(report));
        Frame frame = new Frame();
        run.observe(frame);
        for (int i = 0; i < frame.topology.nodes().size(); i++) {
            Node node = frame.topology.nodes().get(i);
            assertThat(frame.inFlight[i]).as("in flight at a node").isNotNegative();
            assertThat(frame.queue[i]).as("the queue of a node").isNotNegative();
            assertThat(frame.utilization[i]).as("utilization shown").isBetween(0.0, 1 + ROUNDING);
            assertThat(frame.sinceNanos[i]).as("since when").isBetween(0L, frame.timeNanos);
            assertThat(frame.arrived[i])
                    .as("requests at a node are there or have one outcome")
                    .isEqualTo(frame.inFlight[i] + sum(report, ids(frame, i, node)));
        }
    }

    /** The ids of those that the node at that place of the frame's topology stands for. */
    private static List<String> ids(Frame frame, int place, Node node) {
        List<String> members = frame.members.stream()
                .filter(member -> member.node() == place)
                .map(Frame.Member::id)
                .toList();
        return members.isEmpty() ? List.of(node.id()) : members;
    }

    private static long sum(Report report, List<String> ids) {
        return ids.stream()
                .mapToLong(id -> sum(Objects.requireNonNull(report.nodes().get(id), id)))
                .sum();
    }

    private static long sum(Report report) {
        return report.outcomes().values().stream().mapToLong(Long::longValue).sum();
    }

    private static long sum(Report.NodeReport node) {
        return node.outcomes().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Events come of attempts, and of what repeats by itself, which no part of a system does more often than every millisecond. */
    private void bounded(Run run, Report report) {
        long parts = 1 + run.topology().nodes().size() + run.topology().links().size();
        long all = parts * (1 + system.log().size());
        double seconds = run.nowNanos() / 1e9;
        assertThat(run.events()).as("events").isLessThan((long)
                (5_000 + 20_000 * seconds * all + 500 * report.attempts()));
    }

    /** What came to limits was turned away or let through, and each that was turned away was so by one of them. */
    private static void limits(String id, GuardReport guard) {
        long asked = guard.of(LimitFigure.ASKED);
        long turnedAway = guard.of(LimitFigure.TURNED_AWAY);
        assertThat(turnedAway).as("turned away by limits of %s", id).isBetween(0L, asked);
        assertThat(guard.of(LimitFigure.DELAYED) + turnedAway)
                .as("delayed or turned away by limits of %s", id)
                .isLessThanOrEqualTo(asked);
        assertThat(guard.of(LimitFigure.RIGHTLY) + guard.of(LimitFigure.WRONGLY))
                .as("turned away rightly or wrongly by limits of %s", id)
                .isEqualTo(turnedAway);
        assertThat(guard.of(LimitFigure.RIGHTLY) + guard.of(LimitFigure.LET_THROUGH))
                .as("attacks that came to limits of %s", id)
                .isBetween(0L, asked);
        assertThat(guard.limits().values().stream()
                        .mapToLong(its -> its.getOrDefault(LimitFigure.TURNED_AWAY, 0L))
                        .sum())
                .as("turned away by each limit of %s", id)
                .isEqualTo(turnedAway);
    }

    private void node(String id, Report.NodeReport node, Report report) {
        if (node.guard() != null) {
            limits(id, node.guard());
        }
        assertThat(node.picked()).as("picked at least as often as it served").isGreaterThanOrEqualTo(node.served());
        assertThat(node.downNanos()).as("time down").isBetween(0L, report.simulatedNanos());
        if (Double.isNaN(node.inFlight().mean())) {
            assertThat(node.utilization())
                    .as("utilization while nothing is measured")
                    .isNaN();
            return;
        }
        assertThat(report.isMeasured()).as("nothing is measured in the warm-up").isTrue();
        if (!Double.isNaN(node.utilization())) {
            assertThat(node.utilization()).as("utilization").isBetween(0.0, 1 + ROUNDING);
        }
        assertThat(node.availability(report.simulatedNanos() - report.warmUpNanos()))
                .as("availability")
                .isBetween(0.0, 1.0);
        level(node.inFlight());
        level(node.queue());
        latency(node.latency());
        latency(node.waiting());
        latency(node.waitingSoFar());
        assertThat(node.waitingSoFar().maxNanos())
                .as("waits so far")
                .isGreaterThanOrEqualTo(node.waiting().maxNanos());
        boolean fromTheStart = report.warmUpNanos() == 0
                && system.log().stream().noneMatch(entry -> entry.command() instanceof Command.Revise);
        if (fromTheStart && node.little().there() == 0) {
            assertThat(node.little().gap())
                    .as("Little's law where nobody is left")
                    .isLessThan(ROUNDING);
        }
    }

    private static void level(Report.MeanAndMax level) {
        assertThat(level.mean()).as("the mean of a level").isBetween(0.0, level.max() + ROUNDING);
    }

    private static void latency(Report.Latency latency) {
        assertThat(new long[] {
                    0,
                    latency.p50Nanos(),
                    latency.p90Nanos(),
                    latency.p95Nanos(),
                    latency.p99Nanos(),
                    latency.p999Nanos(),
                    latency.maxNanos()
                })
                .as("percentiles")
                .isSorted();
        assertThat(latency.meanNanos()).as("the mean of durations").isBetween(0.0, latency.maxNanos() + ROUNDING);
    }
}
