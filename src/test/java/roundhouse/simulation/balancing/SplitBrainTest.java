package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.faults.IncidentImpact;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Sticky;

/** What the transcript says a split brain did to sessions, in the sample of one: the heartbeat is cut from 10 s to 25 s. */
class SplitBrainTest {
    private static Topology sample() {
        return TopologyFile.read(Path.of("samples", "split-brain.json")) instanceof ReadResult.Read(Topology topology)
                ? topology
                : Topology.EMPTY;
    }

    private static long split(Run run) {
        while (run.notices().stream().noneMatch(notice -> notice.text().startsWith("split brain:"))) {
            run.step();
        }
        return run.nowNanos();
    }

    private static List<String> texts(Run run) {
        return run.report().transcript().stream().map(TranscriptLine::text).toList();
    }

    @Test
    void saysHowManyRequestsMissedTheirSessionMeanwhile() {
        Run run = Run.of(sample());
        long since = split(run);
        assertThat(run.report().sessionsMissed()).isZero();
        run.runUntil(20 * SECOND);
        long missed = run.report().sessionsMissed();
        assertThat(missed).isGreaterThan(100);
        assertThat(texts(run))
                .last()
                .isEqualTo("lb-1 and lb-2 are still both active after " + TranscriptWords.time(20 * SECOND - since)
                        + "; " + IncidentImpact.requests(missed) + " missed their sessions meanwhile");
        run.runUntil(24 * SECOND);
        while (run.notices().stream().noneMatch(notice -> notice.text().startsWith("split brain over"))) {
            run.step();
        }
        assertThat(texts(run))
                .contains("split brain over: only lb-1 is active; "
                        + IncidentImpact.requests(run.report().sessionsMissed()) + " missed their sessions meanwhile");
        assertThat(texts(run)).noneMatch(text -> text.contains("still both active"));
    }

    @Test
    void withCookiesNobodyMissesASession() {
        List<Node> nodes = new ArrayList<>();
        for (Node node : sample().nodes()) {
            nodes.add(
                    node instanceof LoadBalancer balancer
                            ? balancer.with(LoadBalancer.STICKY, Sticky.of(Sticky.By.COOKIE))
                            : node);
        }
        Run run = Run.of(sample().withNodes(nodes));
        run.runUntil(30 * SECOND);
        assertThat(texts(run))
                .contains("split brain over: only lb-1 is active; no request missed its session meanwhile");
    }
}
