package roundhouse.simulation.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.ZoneFigures;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.observing.tracing.TraceRecorder;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Zones;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.targets.ZonePreference;

/** Shares are of 10,000 requests, within 4.5 standard deviations (an error of 7 in a million). */
class ZoneRoutingTest {
    private static final ZonePreference ENVOY = new ZonePreference.Envoy(6, 100);
    private static final int[] EXAMPLE = {2, 2, 1};

    private static Run after(Topology topology, double seconds) {
        Run run = Run.of(topology);
        run.runUntil((long) (seconds * SECOND));
        return run;
    }

    private static void share(Run run, String balancer, String zone, double share) {
        Map<String, Long> picks = Zones.picks(run, balancer);
        double all = picks.values().stream().mapToLong(Long::longValue).sum();
        assertThat(picks.getOrDefault(zone, 0L) / all)
                .as("share of zone %s from %s", zone, balancer)
                .isCloseTo(share, within(4.5 * Math.sqrt(share * (1 - share) / all) + 1e-9));
    }

    /** The example of Envoy's source, whichever algorithm picks within a zone. */
    @ParameterizedTest
    @EnumSource
    void envoysExample(Algorithm algorithm) {
        Run run = after(Zones.topology(algorithm, ENVOY, EXAMPLE, 2, 4, 2), 10);
        assertThat(run.report().outcomes().get(Outcome.FAILED)).isZero();
        if (algorithm.isByHash()) {
            assertThat(Zones.picks(run, "lb-a1")).hasSizeGreaterThan(1);
            assertThat(Systems.soFar(run)).noneMatch(text -> text.contains("zone"));
            return;
        }
        share(run, "lb-a1", "a", 0.625);
        share(run, "lb-a1", "b", 0.25);
        share(run, "lb-a2", "c", 0.125);
        share(run, "lb-b1", "b", 1);
        share(run, "lb-c1", "c", 1);
        assertThat(Systems.soFar(run))
                .contains(
                        "lb-a1 keeps 62.5 % of its requests in zone a and sends the rest to others: 25 % to zone b, 12.5 %"
                                + " to zone c",
                        "lb-c1 keeps all its requests in zone c");
        Report report = run.report();
        assertThat(report.zones()).extracting(ZoneFigures.Load::zone).containsExactly("a", "b", "c");
        assertThat(report.zones()).extracting(ZoneFigures.Load::targets).containsExactly(2, 4, 2);
        assertThat(report.zones()).allSatisfy(load -> assertThat(load.skew()).isCloseTo(1, within(0.03)));
        ZoneFigures figures = Systems.node(report, "lb-a1").zones();
        assertThat(figures.kept() + figures.crossed())
                .isEqualTo(figures.picks().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(figures.kept()).isEqualTo(figures.picks().get("a"));
    }

    /** The algorithm of that name brings the rule along; the balancer need not declare it. */
    @Test
    void envoyZoneAwareNeedsNoPreference() {
        Run run = after(Zones.topology(Algorithm.ENVOY_ZONE_AWARE, ZonePreference.OFF, EXAMPLE, 2, 4, 2), 10);
        share(run, "lb-a1", "a", 0.625);
        share(run, "lb-a1", "b", 0.25);
        share(run, "lb-a2", "c", 0.125);
        share(run, "lb-b1", "b", 1);
        Run plain = after(Zones.topology(Algorithm.ENVOY_ROUND_ROBIN, ZonePreference.OFF, EXAMPLE, 2, 4, 2), 1);
        share(plain, "lb-a1", "a", 0.25);
    }

    /** Turns are taken within a zone: its servers differ by one request at most. */
    @Test
    void withinAZoneTurnsAreTaken() {
        Run run = after(Zones.topology(Algorithm.ROUND_ROBIN, ENVOY, new int[] {1, 1, 1}, 4, 4, 4), 10);
        Report report = run.report();
        for (String zone : List.of("a", "b", "c")) {
            for (int i = 2; i <= 4; i++) {
                assertThat(Systems.node(report, zone + i).picked())
                        .isCloseTo(Systems.node(report, zone + 1).picked(), within(1L));
            }
        }
    }

    /** Zones count their targets, not their weights; within a zone the weights count. */
    @Test
    void weightsCountWithinAZone() {
        Topology topology = Zones.topology(Algorithm.WEIGHTED_ROUND_ROBIN, ENVOY, new int[] {1, 1}, 2, 4);
        topology = topology.withLinks(topology.links().stream()
                .map(link -> link.to().equals("a1") ? link.weighted(3) : link)
                .toList());
        Run run = after(topology, 10);
        share(run, "lb-a1", "a", 3_333.0 / 5_000);
        Report report = run.report();
        assertThat((double) Systems.node(report, "a1").picked()
                        / Systems.node(report, "a2").picked())
                .isCloseTo(3, within(0.01));
    }

    @Test
    void kubernetesOverloadsASmallZone() {
        Run run = after(Zones.topology(Algorithm.RANDOM, new ZonePreference.SameZone(), new int[] {2, 1}, 1, 5), 5);
        share(run, "lb-a1", "a", 1);
        share(run, "lb-b1", "b", 1);
        Report report = run.report();
        // Two thirds of the requests for a sixth of the targets.
        assertThat(report.zones().getFirst().skew()).isCloseTo(4, within(0.01));
        assertThat(report.zones().getLast().skew()).isCloseTo(1.0 / 3 * 6 / 5, within(0.01));
    }

    @Test
    void withoutAPreferenceRequestsCrossZones() {
        Run run = after(Zones.topology(Algorithm.RANDOM, ZonePreference.OFF, new int[] {1, 1, 1}, 2, 2, 2), 10);
        share(run, "lb-a1", "a", 1.0 / 3);
        assertThat(Systems.soFar(run)).noneMatch(text -> text.contains("zone"));
    }

    @Test
    void anEmptyZoneSpillsAndComesBack() {
        Run run =
                after(Zones.topology(Algorithm.ROUND_ROBIN, new ZonePreference.SameZone(), new int[] {1, 1}, 1, 5), 1);
        run.apply(new Command.Crash("a1"));
        run.runUntil(2 * SECOND);
        run.apply(new Command.Recover("a1"));
        run.runUntil(3 * SECOND);
        assertThat(Systems.soFar(run))
                .filteredOn(text -> text.startsWith("lb-a1 ") && text.contains("zone"))
                .containsExactly(
                        "lb-a1 keeps all its requests in zone a",
                        "lb-a1 disregards zones, for no target is ready in zone a",
                        "lb-a1 keeps all its requests in zone a");
        assertThat(Zones.picks(run, "lb-a1").get("b")).isBetween(850L, 1_150L);
    }

    /** 3 of 9 are healthy in two other zones; below half of them Envoy panics and uses all, whatever their zone. */
    @Test
    void envoyFollowsHealthAndEndsInAPanic() {
        Run run = after(Zones.topology(Algorithm.RANDOM, ENVOY, new int[] {1, 1, 1}, 3, 3, 3), 1);
        for (String gone : List.of("a1", "a2", "a3")) {
            run.apply(new Command.Crash(gone));
        }
        run.runUntil(2 * SECOND);
        run.apply(new Command.Crash("b1"));
        run.runUntil(3 * SECOND);
        run.apply(new Command.Crash("b2"));
        run.runUntil(4 * SECOND);
        assertThat(Systems.soFar(run))
                .filteredOn(text -> text.startsWith("lb-a1 ") && text.contains("zone"))
                .first()
                .isEqualTo("lb-a1 keeps all its requests in zone a");
        assertThat(Systems.soFar(run))
                .filteredOn(text -> text.startsWith("lb-a1 ") && text.contains("zone"))
                .contains(
                        "lb-a1 has no healthy target in zone a and sends all its requests to others: 50 % to zone b,"
                                + " 50 % to zone c",
                        "lb-a1 disregards zones, for 5 healthy targets are fewer than 6")
                .endsWith("lb-a1 disregards zones, for its targets panic");
    }

    /** Backups have no zones for it: what the primaries cannot bear goes to them wherever they stand. */
    @Test
    void zonesAreForPrimariesOnly() {
        Topology topology = Zones.topology(Algorithm.RANDOM, new ZonePreference.Envoy(2, 100), new int[] {1, 1}, 4, 4);
        topology = topology.withLinks(topology.links().stream()
                .map(link -> link.to().matches("[ab][34]") ? link.with(Link.BACKUP, true) : link)
                .toList());
        Run run = after(topology, 1);
        assertThat(Zones.picks(run, "lb-a1")).containsOnlyKeys("a");
        run.apply(new Command.Crash("b1"));
        run.apply(new Command.Crash("b2"));
        run.runUntil(12 * SECOND);
        // Half of the primaries bear 70 %; of those lb-a1 keeps all in zone a. Backups get 30 %, half of them in zone
        // b.
        long crossed = Systems.node(run.report(), "lb-a1").zones().crossed();
        assertThat(crossed / 11_000.0).isCloseTo(0.15, within(0.02));
        assertThat(run.report().outcomes().get(Outcome.FAILED)).isZero();
    }

    @Test
    void partOfTheRequestsMayBeExempt() {
        Run run = after(
                Zones.topology(Algorithm.RANDOM, new ZonePreference.Envoy(6, 40), new int[] {1, 1, 1}, 3, 3, 3), 10);
        share(run, "lb-a1", "a", 0.4 + 0.6 / 3);
    }

    /** Its zone's only target takes one request at a time, and the others take what comes meanwhile. */
    @Test
    void aFullZoneSpills() {
        Topology topology =
                Zones.topology(Algorithm.ROUND_ROBIN, new ZonePreference.SameZone(), new int[] {1, 1}, 1, 3);
        topology = topology.withLinks(topology.links().stream()
                .map(link -> link.joins("lb-a1", "a1")
                        ? link.with(Link.LIMIT, 1).with(Link.LATENCY, Systems.fixed(600))
                        : link)
                .toList());
        Run run = after(topology, 2);
        // A round trip of 1.7 ms, a request each 1 ms: every other one spills.
        share(run, "lb-a1", "a", 0.5);
        assertThat(run.report().outcomes().get(Outcome.FAILED)).isZero();
    }

    @Test
    void aBalancerMoreTakesItsPart() {
        Topology few = Zones.topology(Algorithm.RANDOM, ENVOY, new int[] {1, 1}, 3, 6);
        Topology more = Zones.topology(Algorithm.RANDOM, ENVOY, new int[] {1, 2}, 3, 6);
        Run run = after(few, 1);
        assertThat(Systems.soFar(run))
                .contains(
                        "lb-a1 keeps 66.66 % of its requests in zone a and sends the rest to others: 33.34 % to zone b");
        run.apply(new Command.Revise(more));
        run.runUntil(2 * SECOND);
        assertThat(Systems.soFar(run)).contains("lb-a1 keeps all its requests in zone a");
    }

    @Test
    void thePickSaysWhatItsZoneHadToDoWithIt() {
        Topology topology = Zones.topology(Algorithm.LEAST_CONNECTIONS, ENVOY, EXAMPLE, 2, 4, 2);
        TraceRecorder recorder = new TraceRecorder(TraceSelection.begunBetween(SECOND, 2 * SECOND, 200), true);
        Run recorded = Run.of(topology, recorder);
        recorded.runUntil(3 * SECOND);
        for (Trace trace : recorder.traces()) {
            Pick pick = trace.picks().getLast();
            String zone = pick.target().substring(0, 1);
            if (pick.node().startsWith("lb-a")) {
                assertThat(pick.because())
                        .contains(pick.node()
                                + " keeps 62.5 % of its requests in zone a and sends the rest to others: 25 %"
                                + " to zone b, 12.5 % to zone c; for this one zone " + zone + " was drawn.");
            } else {
                assertThat(pick.because()).contains(pick.node() + " keeps all its requests in zone " + zone + ".");
            }
            Explanation explanation = ((Pick.Ground.Algorithm) pick.ground()).explanation();
            assertThat(explanation.candidates())
                    .filteredOn(candidate -> !candidate.name().startsWith(zone))
                    .allSatisfy(candidate -> assertThat(candidate.excluded())
                            .isEqualTo("in zone " + candidate.name().substring(0, 1)));
        }
        Run run = after(topology, 3);
        assertThat(recorded.digest()).isEqualTo(run.digest());
    }

    /** What the window shows: the last second's part, so that a spill-over is seen when it begins. */
    @Test
    void aFrameTellsWhatStaysNow() {
        Run run =
                after(Zones.topology(Algorithm.ROUND_ROBIN, new ZonePreference.SameZone(), new int[] {1, 1}, 1, 5), 2);
        Frame frame = Systems.frame(run);
        int balancer =
                frame.topology.nodes().indexOf(frame.topology.node("lb-a1").orElseThrow());
        assertThat(frame.keptInZone[balancer]).isEqualTo(1);
        assertThat(frame.zoneMode[balancer]).isEqualTo("keeps all");
        assertThat(frame.keptInZone[0]).as("a server").isNegative();
        run.apply(new Command.Crash("a1"));
        run.runUntil(4 * SECOND);
        Frame later = Systems.frame(run);
        assertThat(later.keptInZone[balancer]).isZero();
        assertThat(later.zoneMode[balancer]).isEqualTo("disregards zones");
    }

    /** With one zone for all, or none asked for, a run goes as it always went. */
    @Test
    void whereItIsOffNothingIsDrawn() {
        Topology off = Zones.topology(Algorithm.RANDOM, ZonePreference.OFF, new int[] {1}, 8);
        Topology one = Zones.topology(Algorithm.RANDOM, ENVOY, new int[] {1}, 8);
        assertThat(after(one, 3).digest()).isEqualTo(after(off, 3).digest());
        Topology nowhere = off.withNodes(off.nodes().stream()
                .map(node -> node instanceof LoadBalancer balancer ? balancer.with(LoadBalancer.ZONE, null) : node)
                .toList());
        Run run = after(nowhere, 3);
        assertThat(run.digest()).isEqualTo(after(off, 3).digest());
        assertThat(Systems.node(run.report(), "lb-a1").zones()).isNull();
        assertThat(run.report().zones()).isEmpty();
    }
}
