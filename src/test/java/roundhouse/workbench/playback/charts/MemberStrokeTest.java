package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.document.KnownNodes;

/** Members of a group have the group's colour, and can be told from each other all the same. */
class MemberStrokeTest {
    private static ChartModel.Series member(int number) {
        return new ChartModel.Series(
                "web-" + (number + 1), "Web-" + (number + 1), new double[] {1}, 1, number, Band.NONE);
    }

    @Test
    void twelveMembersAreTwelveStrokes() {
        for (boolean dark : new boolean[] {false, true}) {
            Set<String> strokes = IntStream.range(0, 12)
                    .mapToObj(MemberStrokeTest::member)
                    .map(series -> MemberStroke.colour(series, dark) + Arrays.toString(MemberStroke.dashes(series)))
                    .collect(Collectors.toSet());
            assertThat(strokes).hasSize(12);
        }
        assertThat(MemberStroke.colour(member(0), true)).isEqualTo(ServerColours.of(1, true));
        assertThat(MemberStroke.dashes(member(0))).isEmpty();
    }

    @Test
    void aMemberIsKnownByItsGroup() {
        KnownNodes known = KnownNodes.of(((ReadResult.Read) TopologyFile.parse("""
                { "format": 1, "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "1/s" } },
                    { "id": "lb", "kind": "load-balancer" },
                    { "id": "s-1", "kind": "server", "service": "1ms" },
                    { "id": "web", "kind": "server-group", "label": "Shop", "count": 2, "server": { "service": "1ms" } } ],
                  "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "s-1" }, { "from": "lb", "to": "web" } ] }
                """)).topology());
        assertThat(known.order("web-3")).isEqualTo(known.order("web")).isEqualTo(1);
        assertThat(known.member("web-3")).isEqualTo(2);
        assertThat(known.title("web-3")).isEqualTo("Shop-3");
        assertThat(known.order("s-1")).isZero();
        assertThat(known.member("s-1")).isZero();
        assertThat(known.title("s-1")).isEqualTo("s-1");
        assertThat(known.order("lb-1")).as("a balancer has no colour").isEqualTo(-1);
        assertThat(known.title("gone-7")).isEqualTo("gone-7");
    }
}
