package roundhouse.simulation.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.happenings;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Every way in which a link can fail: requests at every multiple of 10 ms, 50 ms there, 1 ms of service, 50 ms back. */
class LinkFaultTest {
    private static final long MS = 1_000_000;

    private static Topology steady(double rate) {
        return system(
                1,
                List.of(
                        poisson(0)
                                .arrivals(new Arrivals.Constant(rate))
                                .timeout(Duration.ofMillis(300))
                                .build(),
                        server("s", 100, fixed(1_000))),
                List.of(link("users", "s", fixed(50_000))));
    }

    private static long count(Run run, Outcome outcome) {
        return run.report().outcomes().get(outcome);
    }

    @ParameterizedTest
    @EnumSource(LinkDirection.class)
    void aCutLosesWhatIsOnTheLinkAndWhatSetsOut(LinkDirection direction) {
        Run run = Run.of(steady(100));
        run.runUntil(1_005 * MS);
        run.apply(new Command.Cut("users", "s", direction));
        Frame frame = frame(run);
        // Five requests and five replies are under way.
        int lost = direction == LinkDirection.BOTH ? 10 : 5;
        assertThat(frame.hops).isEqualTo(10 - lost);
        assertThat(frame.linkCondition[0])
                .isEqualTo(
                        switch (direction) {
                            case BOTH -> LinkState.CUT;
                            case REQUESTS -> LinkState.REQUESTS_CUT;
                            case REPLIES -> LinkState.REPLIES_CUT;
                        });
        assertThat(frame.linkSinceNanos[0]).isEqualTo(1_005 * MS);
        run.runUntil(1_505 * MS);
        run.apply(new Command.Mend("users", "s"));
        run.runUntil(2_500 * MS);
        String what = direction == LinkDirection.BOTH ? "" : " for " + direction.key();
        assertThat(happenings(run))
                .containsExactly(
                        "link users → s is cut" + what + "; " + lost + " requests lost",
                        "link users → s is mended after 500 ms");
        // Those whose request set out in the half second, and those whose reply did: 51 ms apart.
        assertThat(count(run, Outcome.TIMED_OUT))
                .isEqualTo(
                        switch (direction) {
                            case BOTH -> 50 + 10;
                            case REQUESTS, REPLIES -> 50 + 5;
                        });
        assertThat(count(run, Outcome.FAILED)).isZero();
        run.observe(frame);
        assertThat(frame.linkCondition[0]).isEqualTo(LinkState.SOUND);
    }

    @Test
    void aDelayKeepsTheOrderEvenWhenItEnds() {
        List<Long> order = new ArrayList<>();
        Run run = Run.of(steady(100)
                .withScenario(List.of(
                        at(1.005, new Command.Delay("users", "s", Duration.ofMillis(40), Duration.ZERO)),
                        at(2.005, new Command.Mend("users", "s")))));
        run.listen((_, request, _, _, _) -> order.add(request));
        run.runUntil(1_900 * MS);
        assertThat(run.report().latency().maxNanos()).isBetween(181 * MS, 182 * MS);
        run.runUntil(3_000 * MS);
        assertThat(order).isSorted().hasSizeGreaterThan(280);
        assertThat(run.report().latency().maxNanos()).isBetween(181 * MS, 182 * MS);
        assertThat(happenings(run))
                .containsExactly("link users → s takes 40 ms longer", "link users → s is mended after 1 s");
    }

    @Test
    void theTranscriptSaysWhatClientsSawMeanwhile() {
        Run run = Run.of(steady(100)
                .withScenario(List.of(
                        at(1.005, new Command.Cut("users", "s", LinkDirection.BOTH)),
                        at(2.005, new Command.Mend("users", "s")))));
        run.runUntil(2 * SECOND);
        assertThat(run.report().transcript().getLast().text())
                .startsWith("link users → s is still cut after 995 ms; clients saw ")
                .endsWith(" requests");
        run.runUntil(2_005 * MS);
        // Ten were under way, 70 set out and had waited for their 300 ms.
        assertThat(run.report().transcript())
                .extracting(TranscriptLine::text)
                .containsExactly(
                        "link users → s is cut; 10 requests lost",
                        "link users → s is mended after 1 s; clients saw 80 timed out of 80 requests");
    }

    @Test
    void aJitterMayReorder() {
        List<Long> order = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        Run run = Run.of(steady(1_000));
        run.apply(new Command.Delay("users", "s", Duration.ofMillis(10), Duration.ofMillis(20)));
        run.listen((_, request, _, nanos, _) -> {
            order.add(request);
            times.add(nanos);
        });
        run.runUntil(2 * SECOND);
        assertThat(order).isNotEqualTo(order.stream().sorted().toList());
        assertThat(times).allSatisfy(nanos -> assertThat(nanos).isBetween(121 * MS, 161 * MS));
        // The sum of two uniform times: a mean of 20 ms, and 1,800 of them are within 1 ms of it.
        assertThat(times.stream().mapToLong(Long::longValue).average().orElse(0))
                .isBetween(140e6, 142e6);
        assertThat(happenings(run))
                .containsExactly("link users → s takes 10 ms longer, and up to 20 ms more by chance");
    }

    @Test
    void aLossyLinkLosesBothWays() {
        Run run = Run.of(steady(1_000));
        run.apply(new Command.Loss("users", "s", 0.1));
        run.runUntil(10 * SECOND + 400 * MS);
        // 1 − 0.9²; of 10,000 trials 5 standard deviations are 200.
        assertThat(count(run, Outcome.TIMED_OUT)).isBetween(1_700L, 2_150L);
        Frame frame = frame(run);
        assertThat(frame.linkCondition[0]).isEqualTo(LinkState.LOSSY);
        run.apply(new Command.Loss("users", "s", 0));
        assertThat(happenings(run))
                .containsExactly(
                        "link users → s loses 10 % of what sets out on it", "link users → s loses nothing any more");
    }

    @Test
    void delaysAreSaidWithWhatTheyAre() {
        Run run = Run.of(steady(100));
        run.apply(new Command.Delay("users", "s", Duration.ofMillis(40), Duration.ZERO));
        run.apply(new Command.Delay("users", "s", Duration.ZERO, Duration.ofMillis(20)));
        run.apply(new Command.Delay("users", "s", Duration.ZERO, Duration.ZERO));
        assertThat(happenings(run))
                .containsExactly(
                        "link users → s takes 40 ms longer",
                        "link users → s takes up to 20 ms longer by chance",
                        "link users → s is delayed no more");
    }

    @Test
    void aLinkCutOneWaySaysNothingOfWhatIsOnItsWayTheOther() {
        Run run = Run.of(steady(100));
        run.runUntil(SECOND / 100);
        assertThat(run.requests()).isEqualTo(1);
        run.apply(new Command.Cut("users", "s", LinkDirection.REPLIES));
        run.apply(new Command.Cut("users", "s", LinkDirection.REQUESTS));
        assertThat(happenings(run))
                .containsExactly(
                        "link users → s is cut for replies; nothing was on its way",
                        "link users → s is cut for requests; 1 request lost");
    }

    @Test
    void commandsAboutLinksThatAreSoundOrMissingSaySo() {
        Run run = Run.of(steady(100));
        run.apply(new Command.Mend("users", "s"));
        run.apply(new Command.Cut("s", "users", LinkDirection.BOTH));
        run.apply(new Command.Cut("users", "s", LinkDirection.BOTH));
        run.apply(new Command.Cut("users", "s", LinkDirection.REPLIES));
        assertThat(happenings(run))
                .containsExactly(
                        "link users → s is sound already",
                        "link s → users is not there and cannot be cut",
                        "link users → s is cut; nothing was on its way",
                        "link users → s is cut already");
    }
}
