package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.playback.Stage.SECOND;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.playback.FlagText.Kind;

class TimelineModelTest {
    private static final TimedCommand SLOW = at(20, new Command.Slow("s2", 2));
    private static final TimedCommand CRASH = at(10, new Command.Crash("s1"));
    private static final Topology DOCUMENT = Samples.servers().withScenario(List.of(CRASH, SLOW));

    @Test
    void theScenarioAndWhatWasDoneLiveAreFlagsInOrderOfTime() {
        TimelineModel model = model(DOCUMENT, entry(15, new Command.Recover("s1")));
        assertThat(model.flags())
                .containsExactly(
                        new TimelineModel.Flag(10 * SECOND, new FlagText("s1 crash", Kind.BREAK), 0),
                        new TimelineModel.Flag(15 * SECOND, new FlagText("s1 recover", Kind.MEND), TimelineModel.LIVE),
                        new TimelineModel.Flag(20 * SECOND, new FlagText("s2 slow ×2", Kind.SLOW), 1));
    }

    @Test
    void revisionsSayWhatCameAndWentSinceTheOneBefore() {
        Topology more = DOCUMENT.with(Samples.server("s3"));
        Topology fewer = Deletion.of(more, Set.of("s1"));
        TimelineModel model = model(
                DOCUMENT.withScenario(List.of()),
                entry(1, new Command.Revise(more)),
                entry(2, new Command.Revise(fewer)),
                entry(3, new Command.Revise(fewer.withLinks(DOCUMENT.links()))));
        assertThat(model.flags()).extracting(flag -> flag.text().words()).containsExactly("+ s3", "− s1", "edit");
    }

    @Test
    void aRevisionOfOneSettingSaysFromWhatToWhat() {
        Topology begun = DOCUMENT.withScenario(List.of());
        Server server = (Server) begun.node("s1").orElseThrow();
        int cores = server.cores();
        Topology faster = begun.with(server.with(Server.CORES, cores + 4));
        Topology both = faster.with(server.with(Server.SPEED, 2.0));
        TimelineModel model = model(begun, entry(1, new Command.Revise(faster)), entry(2, new Command.Revise(both)));
        assertThat(model.flags())
                .extracting(flag -> flag.text().words())
                .containsExactly("s1 cores " + cores + " → " + (cores + 4), "s1 edit");
    }

    @Test
    void whatADragGivesTheRunStepByStepSharesAFlag() {
        Topology keyed = DOCUMENT.withScenario(List.of()).with(balancer(160));
        TimelineModel model = model(
                keyed,
                entry(1, placed(80)),
                entry(2, placed(81)),
                entry(3, new Command.Crash("s1")),
                entry(4, placed(82)),
                entry(5, new Command.SetAlgorithm("lb", Balancing.of(Algorithm.RANDOM))));
        assertThat(model.flags())
                .extracting(flag -> flag.text().words())
                .containsExactly("lb placement", "s1 crash", "lb placement", "lb random");
    }

    private static Command placed(int virtualNodes) {
        return new Command.SetAlgorithm("lb", balancer(virtualNodes).balancing());
    }

    private static LoadBalancer balancer(int virtualNodes) {
        return NewNode.loadBalancer(Topology.EMPTY)
                .balancing(
                        Balancing.of(Algorithm.HASH).placed(PlacementSettings.DEFAULT.withVirtualNodes(virtualNodes)))
                .renamed("lb");
    }

    @Test
    void namesArePeoplesOwn() {
        Topology labelled = DOCUMENT.with(DOCUMENT.node("s1").orElseThrow().labelled("Big one"));
        assertThat(model(labelled).flags().getFirst().text().words()).isEqualTo("Big one crash");
    }

    @Test
    void aRunThatGoesOnMakesItLonger() {
        Duration minute = Duration.ofSeconds(60);
        assertThat(TimelineModel.spanNanos(minute, 0)).isEqualTo(60 * SECOND);
        assertThat(TimelineModel.spanNanos(minute, 60 * SECOND)).isEqualTo(60 * SECOND);
        assertThat(TimelineModel.spanNanos(minute, 60 * SECOND + 1)).isEqualTo(90 * SECOND);
        assertThat(TimelineModel.spanNanos(minute, 100 * SECOND)).isEqualTo(120 * SECOND);
    }

    @Test
    void placesAreTimesToAboutAPixel() {
        TimelineModel model = model(DOCUMENT);
        assertThat(model.place(15 * SECOND)).isEqualTo(0.25);
        assertThat(model.place(90 * SECOND)).isEqualTo(1);
        assertThat(model.timeNanos(0.25, 1200)).isEqualTo(15 * SECOND);
        assertThat(model.timeNanos(0.2500001, 1200)).isEqualTo(15 * SECOND);
        assertThat(model.timeNanos(-1, 1200)).isZero();
        assertThat(model.timeNanos(2, 1200)).isEqualTo(60 * SECOND);
    }

    @Test
    void aMovedFlagTakesItsPlaceInTheScenario() {
        Topology moved = TimelineModel.moved(DOCUMENT, 0, 30 * SECOND);
        assertThat(moved.scenario()).containsExactly(SLOW, at(30, new Command.Crash("s1")));
        assertThat(TimelineModel.removed(DOCUMENT, 0).scenario()).containsExactly(SLOW);
        assertThat(DOCUMENT.scenario()).containsExactly(CRASH, SLOW);
    }

    private static TimelineModel model(Topology document, Run.Entry... live) {
        return TimelineModel.of(document, document, List.of(live), List.of(), 0);
    }

    @Test
    void whatHappenedByItselfIsAFlagAndWhatIsCloseSharesOne() {
        Topology document = Topology.EMPTY.withScenario(List.of(
                new roundhouse.topology.TimedCommand(java.time.Duration.ofSeconds(10), new Command.Crash("s1"))));
        List<TranscriptLine> notices = List.of(
                new TranscriptLine(10 * SECOND, "s1 crashed; 3 requests lost"),
                new TranscriptLine(11 * SECOND, "lb removed s1 after 3 missed checks within 600 ms"),
                new TranscriptLine(20 * SECOND, "one"),
                new TranscriptLine(20 * SECOND + SECOND / 10, "two"));
        List<TimelineModel.Flag> flags =
                TimelineModel.of(document, document, List.of(), notices, 0).flags();
        assertThat(flags)
                .extracting(TimelineModel.Flag::timeNanos)
                .containsExactly(10 * SECOND, 11 * SECOND, 20 * SECOND);
        assertThat(flags)
                .extracting(flag -> flag.text().words())
                .containsExactly("s1 crash", "lb removed s1 after 3 m…", "2 events");
        assertThat(flags).extracting(TimelineModel.Flag::movable).containsExactly(true, false, false);
        assertThat(flags.getLast().details()).containsExactly("00:20.000 one", "00:20.100 two");
    }

    /** The words of what autoscalers say, taken from a run of the sample, so that no other text comes to stand there unnoticed. */
    @Test
    void whatAnAutoscalerDidIsNamed() throws java.io.IOException {
        Topology document = ((roundhouse.topology.files.ReadResult.Read) roundhouse.topology.files.TopologyFile.parse(
                        java.nio.file.Files.readString(java.nio.file.Path.of("samples/autoscaler-too-late.json"))))
                .topology();
        Run run = Run.of(document);
        run.runUntil(500 * SECOND);
        List<TranscriptLine> notices = run.report().transcript();
        assertThat(TimelineModel.of(document, document, List.of(), notices, 0).flags())
                .extracting(flag -> flag.text().words())
                .contains("saturation trap +3", "Web 2 → 3", "servers enough")
                .noneMatch(words -> words.endsWith(" events"));
    }

    @Test
    void anyNumberOfNoticesIsABoundedNumberOfFlags() {
        List<TranscriptLine> notices = java.util.stream.LongStream.range(0, 10_000)
                .mapToObj(i -> new TranscriptLine(i * SECOND / 200, "again"))
                .toList();
        assertThat(TimelineModel.of(Topology.EMPTY, Topology.EMPTY, List.of(), notices, 0)
                        .flags())
                .hasSizeBetween(50, 201);
    }

    private static Run.Entry entry(long seconds, Command command) {
        return new Run.Entry(seconds * SECOND, 0, command);
    }

    private static TimedCommand at(long seconds, Command command) {
        return new TimedCommand(Duration.ofSeconds(seconds), command);
    }
}
