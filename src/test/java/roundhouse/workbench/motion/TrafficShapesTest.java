package roundhouse.workbench.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Of shapes only what can be seen is told. */
class TrafficShapesTest {
    @ParameterizedTest
    @CsvSource({
        "three-servers,",
        "stampede,",
        "a-scan-empties-the-cache, ▲ write",
        "write-back-and-a-crash, ▲ write · = flush to a store",
        "stale-set-and-leases, ▲ write · ◇ invalidation",
        "three-ways-to-invalidate, '▲ write · ◇ invalidation, ✕ lost'",
        "four-ways-of-writing, ▲ write · = flush to a store · ◇ invalidation"
    })
    void ofEachSample(String sample, @Nullable String shapes) {
        ReadResult read = TopologyFile.read(Path.of("samples", sample + ".json"));
        assertThat(new TrafficShapes().of(((ReadResult.Read) read).topology()).replace('\u00A0', ' '))
                .isEqualTo(shapes == null ? "" : shapes);
    }
}
