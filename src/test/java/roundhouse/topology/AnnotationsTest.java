package roundhouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.topology.annotations.Annotation;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.playback.history.EditEffect;

class AnnotationsTest {
    private static final String PLAIN = """
            {"format": 1, "name": "t", "nodes": [
              {"id": "users", "kind": "clients", "arrivals": {"type": "poisson", "rate": "1000/s"}},
              {"id": "s1", "kind": "server", "service": "3ms"}],
             "links": [{"from": "users", "to": "s1"}]%s}
            """;
    private static final String WITH = """
            , "annotations": [
              {"id": "n", "text": "two\\nlines", "x": -20.5, "y": 30, "width": 200, "height": 80},
              {"id": "f", "kind": "frame", "text": "Zone", "x": 0, "y": 0, "width": 400, "height": 300, "collapsed": true}]""";

    private static Topology read(String more) {
        return ((ReadResult.Read) TopologyFile.parse(PLAIN.formatted(more))).topology();
    }

    @Test
    void theFileKeepsThem() {
        Topology topology = read(WITH);
        assertThat(topology.annotations())
                .containsExactly(
                        new Annotation("n", Annotation.Kind.NOTE, "two\nlines", -20.5, 30, 200, 80, false),
                        new Annotation("f", Annotation.Kind.FRAME, "Zone", 0, 0, 400, 300, true));
        assertThat(((ReadResult.Read) TopologyFile.parse(TopologyFile.format(topology))).topology())
                .isEqualTo(topology);
    }

    @Test
    void aRunDoesNotKnowOfThem() {
        assertThat(EditEffect.of(read(""), read(WITH))).isEqualTo(EditEffect.NONE);
        assertThat(digest(read(WITH))).isEqualTo(digest(read("")));
    }

    @Test
    void aRunDoesNotKnowWhichGroupsAreOpened() {
        String opened = ", \"opened\": [\"s1\"]";
        Topology topology = read(opened);
        assertThat(topology.opened()).containsExactly("s1");
        assertThat(((ReadResult.Read) TopologyFile.parse(TopologyFile.format(topology))).topology())
                .isEqualTo(topology);
        assertThat(EditEffect.of(read(""), topology)).isEqualTo(EditEffect.NONE);
        assertThat(digest(topology)).isEqualTo(digest(read("")));
        assertThat(Deletion.of(topology, Set.of("s1")).opened()).isEmpty();
        assertThat(TopologyFile.parse(PLAIN.formatted(opened.replace("s1", "s2"))))
                .isInstanceOfSatisfying(
                        ReadResult.Refused.class,
                        refused ->
                                assertThat(refused.problems().toString()).contains("/opened/0", "no node has that id"));
    }

    private static long digest(Topology topology) {
        Run run = Run.of(topology);
        run.runUntil(1_000_000_000);
        return run.digest();
    }

    @Test
    void twoOfOneIdAreRefusedWithTheirPlace() {
        assertThat(TopologyFile.parse(PLAIN.formatted(WITH.replace("\"f\"", "\"n\""))))
                .isInstanceOfSatisfying(
                        ReadResult.Refused.class,
                        refused -> assertThat(refused.problems().toString())
                                .contains("/annotations/1/id", "another annotation has that id"));
    }

    @Test
    void aFrameHoldsWhatLiesWhollyWithin() {
        Annotation frame = read(WITH).annotations().get(1);
        assertThat(frame.holds(0, 0, 180, 92)).isTrue();
        assertThat(frame.holds(221, 0, 180, 92)).isFalse();
        assertThat(read(WITH).withoutAnnotation("n").annotations()).isEqualTo(List.of(frame));
    }
}
