package roundhouse.analysis.sweeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Units.Parsed;

class VariedSettingTest {
    private static Topology sample(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name + ".json"))).topology();
    }

    private static final Topology THREE = sample("three-servers");

    /** What a setting is set to is what is written in the file then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s1.cores               | 8           | "id": "s1", "kind": "server", "cores": 8
            s1.count               | 3           | "id": "s1", "kind": "server", "count": 3
            s2.service.mean        | 9ms         | "service": { "type": "exponential", "mean": "9ms" }
            lb-1.algorithm         | ip-hash     | "algorithm": "ip-hash"
            clients.arrivals.rate  | 200/s       | "rate": "200/s"
            lb-1→s1.weight         | 5           | "to": "s1", "latency": "500us", "weight": 5
            lb-1->s1.weight        | 5           | "to": "s1", "latency": "500us", "weight": 5
            duration               | 3s          | "duration": "3s"
            lb-1.checks            | on          | "checks":
            """)
    void everySettingHasAName(String path, String value, String text) {
        assertThat(new VariedSetting(path).set(THREE, value)).isInstanceOfSatisfying(Parsed.Value.class, set -> {
            String file = TopologyFile.format((Topology) set.value());
            assertThat(file).contains(text);
            assertThat(TopologyFile.parse(file)).isInstanceOf(ReadResult.Read.class);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s1.core         | "s1.core" names no setting; did you mean "s1.cores"?
            s1.pumpernickel | s1 has label, count, cores
            nobody.at.all   | there are clients, lb-1, s1, s2, s3
            lb-1→s4.weight  | did you mean "lb-1→s1.weight"?
            duratoin        | did you mean "duration"?
            """)
    void whatIsNoName(String path, String reason) {
        assertThat(new VariedSetting(path).set(THREE, "1"))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class,
                        wrong -> assertThat(wrong.reason()).contains(reason).doesNotContain("\n"));
    }

    @Test
    void thoseOfAStackAreSetTogether() {
        Topology stacked = ((Parsed.Value<Topology>) new VariedSetting("s1.count").set(THREE, "3")).value();
        assertThat(new VariedSetting("s1-2.cores").set(stacked, "2"))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.reason()).contains("as s1.cores"));
    }
}
