package roundhouse.workbench.ring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.KeyText;
import roundhouse.simulation.Run;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.workbench.ring.Samples;

class LiveKeysTest {
    private static final long SECOND = 1_000_000_000;

    private final LiveKeys live = new LiveKeys();

    /** What is shown is what a look back at every request finds, as often as it was asked for. */
    @Test
    void keysAreThoseOfTheRequestsThatTheRunSent() {
        Topology topology = Samples.consistentHashing();
        live.take(after(topology, SECOND));
        KeySet keys = live.of("lb-1").orElseThrow();
        Map<String, Integer> sent = new HashMap<>();
        List<String> traced = new Tracer(
                        topology, List.of(), TraceSelection.begunBetween(0, SECOND, Integer.MAX_VALUE), SECOND, false)
                .finish().stream().map(trace -> KeyText.of(trace.key())).toList();
        traced.forEach(key -> sent.merge(key, 1, Integer::sum));
        assertThat(keys.texts()).hasSizeGreaterThan(100).containsExactlyInAnyOrderElementsOf(sent.keySet());
        for (int key = 0; key < keys.size(); key++) {
            int times = sent.getOrDefault(keys.texts().get(key), 0);
            assertThat(keys.share(key) * traced.size()).isEqualTo(times, offset(1e-6));
        }
        assertThat(keys.share(0)).isGreaterThan(keys.share(keys.size() - 1));
    }

    /** After 10 s at 1,500 requests a second only the last ones are told. */
    @Test
    void onlyTheLastRequestsCount() {
        live.take(after(Samples.consistentHashing(), 10 * SECOND));
        KeySet keys = live.of("lb-1").orElseThrow();
        assertThat(keys.title()).isEqualTo("of the last 4\u202f096 requests");
        assertThat(Arrays.stream(keys.shares()).sum()).isEqualTo(1, offset(1e-9));
    }

    @Test
    void keysOfClientsThatDoNotComeToTheBalancerAreNotShown() {
        Topology topology = Samples.consistentHashing();
        Clients others = (Clients) topology.node("clients").orElseThrow().renamed("others");
        live.take(after(topology.with(others), SECOND));
        int all = live.of("").orElseThrow().size();
        assertThat(live.of("lb-1").orElseThrow().size()).isLessThan(all);
        assertThat(live.of("others").orElseThrow().size()).isLessThan(all);
    }

    @Test
    void beforeAnyRequestThereAreNone() {
        assertThat(live.of("")).isEmpty();
        live.take(after(Samples.consistentHashing(), 0));
        assertThat(live.of("lb-1")).isEmpty();
    }

    private static Frame after(Topology topology, long nanos) {
        Run run = Run.shown(topology);
        run.runUntil(nanos);
        Frame frame = new Frame();
        run.observe(frame);
        return frame;
    }
}
