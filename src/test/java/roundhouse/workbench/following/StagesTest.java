package roundhouse.workbench.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.simulation.Tracer;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.canvas.model.ScoreMark;
import roundhouse.workbench.canvas.model.Spot;
import roundhouse.workbench.document.KnownNodes;

class StagesTest {
    private static final String PLAIN = """
            {"format": 1, "name": "t", "nodes": [
              {"id": "users", "kind": "clients", "arrivals": {"type": "constant", "rate": "1000/s"}},
              {"id": "lb", "kind": "load-balancer", "algorithm": {"type": "least-connections"}},
              {"id": "s1", "kind": "server", "cores": 1, "service": {"type": "fixed", "value": "10ms"}},
              {"id": "s2", "kind": "server", "cores": 1, "service": {"type": "fixed", "value": "10ms"}}],
             "links": [{"from": "users", "to": "lb", "latency": "1ms"},
              {"from": "lb", "to": "s1", "latency": "1ms"}, {"from": "lb", "to": "s2", "latency": "1ms"}]}
            """;

    private static Topology read(String text) {
        return ((ReadResult.Read) TopologyFile.parse(text)).topology();
    }

    private static Trace trace(Topology topology, long request) {
        return new Tracer(topology, List.of(), TraceSelection.request(request), 60_000_000_000L, true)
                .finish()
                .getFirst();
    }

    private static List<FollowStage> stages(Topology topology, long request) {
        return Stages.of(trace(topology, request), topology, KnownNodes.of(topology)::title);
    }

    private static List<String> says(List<FollowStage> stages) {
        return stages.stream().map(FollowStage::says).toList();
    }

    @Test
    void everyStageIsASentence() {
        // A request a millisecond, ten of work each, two cores: the third at s1 (the 5th, behind one that waits) lines
        // up 2nd.
        assertThat(says(stages(read(PLAIN), 5)))
                .containsExactly(
                        "Sent by users to lb: a read of /, key 660.",
                        "Read by lb for 20.0 µs.",
                        "lb looks at s1: 2 ÷ 1 → 2.0.",
                        "lb looks at s2: 2 ÷ 1 → 2.0.",
                        "s1 is picked by lb because of least-connections: fewest in flight ÷ weight (2 ÷ 1); 2 are equal: they"
                                + " take turns by smooth weighted round robin.",
                        "On its way from lb to s1.",
                        "Waits 2nd in the queue of s1 for 16.0 ms.",
                        "Served by s1 for 10.0 ms.",
                        "The reply goes from s1 to lb.",
                        "The reply goes from lb to users.",
                        "Answered after 30.0 ms.");
    }

    @Test
    void theCandidatesGetTheirScoresOneAfterTheOther() {
        List<FollowStage> picks = stages(read(PLAIN), 6).stream()
                .filter(stage -> stage.scores() != null)
                .toList();
        assertThat(picks.stream().map(FollowStage::scores).map(Scores::marks))
                .containsExactly(
                        List.of(new ScoreMark("s1", "3 ÷ 1 → 3.0", ScoreMark.Part.LOOKED_AT)),
                        List.of(
                                new ScoreMark("s1", "3 ÷ 1 → 3.0", ScoreMark.Part.COMPARED),
                                new ScoreMark("s2", "2 ÷ 1 → 2.0", ScoreMark.Part.LOOKED_AT)),
                        List.of(
                                new ScoreMark("s1", "3 ÷ 1 → 3.0", ScoreMark.Part.COMPARED),
                                new ScoreMark("s2", "2 ÷ 1 → 2.0", ScoreMark.Part.PICKED)));
        assertThat(picks).allSatisfy(stage -> {
            assertThat(stage.spot()).isEqualTo(new Spot.AtNode("lb"));
            assertThat(stage.toNanos()).isEqualTo(stage.fromNanos());
        });
    }

    /** Of a ring the key's place is written on the balancer's card, and each candidate's point on its own. */
    @Test
    void aPickByARingSaysWhereTheKeyAndTheCandidatesStand() {
        Topology topology = read(PLAIN.replace("\"least-connections\"", "\"hash\", \"placement\": \"ring\""));
        List<FollowStage> picks = stages(topology, 6).stream()
                .filter(stage -> stage.scores() != null)
                .toList();
        assertThat(picks).hasSize(3);
        List<ScoreMark> all = Objects.requireNonNull(picks.getLast().scores()).marks();
        assertThat(all).extracting(ScoreMark::node).containsExactly("lb", "s1", "s2");
        assertThat(all.getFirst().text()).matches("Key at \\d+\\.\\d{3} % of the ring");
        assertThat(all.subList(1, 3))
                .allSatisfy(mark -> assertThat(mark.text()).matches("at \\d+\\.\\d{3} % → choice [12]"));
        assertThat(all.stream().filter(mark -> mark.part() == ScoreMark.Part.PICKED))
                .singleElement()
                .satisfies(mark -> assertThat(mark.text()).endsWith("choice 1"));
    }

    /** What is not a hit or a pick by figures: a miss and a hit, stickiness, a lost message, one who has given up and tries again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a-cache-node-lost.json | 120 | Waits 18th in the queue of Database M for 23.1 ms.",
                "a-cache-node-lost.json | 120 | Cache M3 does not answer it: miss, never here.",
                "cdn-of-three-regions.json | 1500 | Answered from cache by CDN us: hit, fresh.",
                "office-ip-hash.json | 120 | s2 is picked by lb-1 because of ip-hash: the hash of the first three octets of",
                "game-servers-with-a-store.json | 1500 | was sent there before (stickiness).",
            })
    void samplesSayWhatBecameOfTheirRequests(String sample, long request, String expected) {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of("samples", sample))).topology();
        assertThat(says(stages(topology, request))).anyMatch(says -> says.contains(expected));
    }

    @Test
    void aLostRequestIsLostOnItsWayAndItsClientTriesAgain() {
        Topology topology = read(PLAIN.replace(
                        "\"arrivals\"",
                        "\"timeout\": \"50ms\", \"retries\": {\"attempts\": 2, \"backoff\": \"10ms\"}, \"arrivals\"")
                .replace(
                        "\"links\"",
                        "\"scenario\": [{\"at\": \"0s\", \"loss\": [\"users\", \"lb\"], \"rate\": 1}], \"links\""));
        assertThat(says(stages(topology, 1)))
                .contains("Lost on the way from users to lb.", "users tries again: attempt 2.")
                .anyMatch(says -> says.startsWith("users gave up waiting after "));
    }

    @Test
    void stagesFollowEachOther() {
        List<FollowStage> stages = stages(read(PLAIN), 9);
        for (int i = 1; i < stages.size(); i++) {
            assertThat(stages.get(i).fromNanos())
                    .isGreaterThanOrEqualTo(stages.get(i - 1).toNanos());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1st", "2, 2nd", "3, 3rd", "4, 4th", "11, 11th", "12, 12th", "13, 13th", "21, 21st", "112, 112th"})
    void placesAreOrdinals(int place, String text) {
        assertThat(StageText.ordinal(place)).isEqualTo(text);
    }
}
