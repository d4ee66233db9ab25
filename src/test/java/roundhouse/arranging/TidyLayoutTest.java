package roundhouse.arranging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Link;

/** What tidying promises of any system. */
class TidyLayoutTest {
    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static Topology read(Path file) {
        return ((ReadResult.Read) TopologyFile.read(file)).topology();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void linksGoToTheRightAndNoCardCoversAnother(Path file) {
        Topology tidied = TidyLayout.of(read(file));
        Map<String, Position> places = tidied.layout();
        for (Link link : tidied.links()) {
            if (!link.isHeartbeat()) {
                assertThat(places.get(link.to()).x())
                        .as("%s to %s", link.from(), link.to())
                        .isGreaterThanOrEqualTo(places.get(link.from()).x() + Cards.WIDTH + 60);
            }
        }
        List<Position> all = List.copyOf(places.values());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Math.abs(all.get(i).x() - all.get(j).x()) >= Cards.WIDTH
                                || Math.abs(all.get(i).y() - all.get(j).y()) >= Cards.HEIGHT)
                        .as("%s and %s", all.get(i), all.get(j))
                        .isTrue();
            }
        }
        assertThat(TidyLayout.of(tidied)).as("tidy is tidy").isEqualTo(tidied);
    }

    @Test
    void threeServersStandBelowEachOtherInTheirOrderAndTheRestBeforeTheMiddle() {
        Topology sample = read(Path.of("samples/three-servers.json"));
        Map<String, Position> places = TidyLayout.of(sample).layout();
        assertThat(places.get("clients").x()).isEqualTo(60);
        assertThat(List.of("s1", "s2", "s3"))
                .extracting(id -> places.get(id).x())
                .containsOnly(620.0);
        assertThat(List.of("s1", "s2", "s3"))
                .extracting(id -> places.get(id).y())
                .containsExactly(120.0, 240.0, 360.0);
        assertThat(List.of("clients", "lb-1"))
                .extracting(id -> places.get(id).y())
                .containsOnly(240.0);
        assertThat(TidyLayout.of(sample).withLayout(sample.layout()))
                .as("nothing else changes")
                .isEqualTo(sample);
    }
}
