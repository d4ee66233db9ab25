package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

class RunFileTest {
    @TempDir
    private Path folder;

    private static SavedRun run(int events) {
        Topology start = ((ReadResult.Read) TopologyFile.read(Path.of("samples/three-servers.json"))).topology();
        Random random = new Random(events);
        long[] digests = random.longs(Math.min(events, 5)).toArray();
        short[] fingerprints = new short[events];
        for (int i = 0; i < events; i++) {
            fingerprints[i] = (short) random.nextInt();
        }
        return new SavedRun(
                "roundhouse test",
                start,
                List.of(
                        new SavedRun.Given(10_000_000_001L, 1_234_567_890_123L, new Command.Crash("s1")),
                        new SavedRun.Given(10_000_000_001L, -1, new Command.Slow("s2", 2.5)),
                        new SavedRun.Given(
                                Duration.ofHours(2).toNanos(), 7, new Command.Revise(start.withScenario(List.of())))),
                Duration.ofMinutes(10).toNanos(),
                events,
                random.nextLong(),
                events == 0 ? null : random.nextLong(),
                new SavedRun.Trail(8, digests, fingerprints));
    }

    @Test
    void whatWasWrittenIsReadAndIsWhatTheSchemaSays() throws IOException {
        for (int events : new int[] {0, 1, 47, 48, 49, 1_000}) {
            SavedRun written = run(events);
            String text = RunFile.format(written);
            Path file = folder.resolve("a.run.json");
            RunFile.write(written, file);
            SavedRun read = ((RunFile.Result.Read) RunFile.read(file)).run();
            assertThat(read).usingRecursiveComparison().ignoringFields("trail").isEqualTo(written);
            assertThat(read.trail().every()).isEqualTo(8);
            assertThat(read.trail().digests()).isEqualTo(written.trail().digests());
            assertThat(read.trail().fingerprints()).isEqualTo(written.trail().fingerprints());
            assertThat(RunFile.format(read)).isEqualTo(text);
            try (InputStream in = RunFile.class.getResourceAsStream("/roundhouse/topology/run.schema.json")) {
                assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(in, InputFormat.JSON)
                                .validate(text, InputFormat.JSON))
                        .isEmpty();
            }
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("a.run.json"), "\uFEFF" + RunFile.format(run(3)));
        assertThat(RunFile.read(file)).isInstanceOf(RunFile.Result.Read.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format": 1,            | "format": 9,                  | /format: format is 9; this program reads runs of format 1
            "events": 3             | "events": -3                  | /events: "events" is -3; a whole number of 0 or more is allowed
            "events": 3,            | ''                            | a run needs "events"
            "every": 8              | "every": 0                    | /trail/every: "every" is 0; a whole number above 0 is allowed
            "until": "10min"        | "until": "soon"               | /until: "until": found "soon"
            "after-events": 7       | "after-event": 7              | unknown key "after-event"; did you mean "after-events"?
            "crash": "s1" }         | "crush": "s1" }               | unknown command "crush"; did you mean "crash"?
            "lb-1", "kind"          | "lb-1", "kin"                 | /topology/nodes/1
            "digest": "             | "digest": "x                  | a digest is 16 hex digits
            "fingerprints": ["      | "fingerprints": ["?           | base64 text is allowed
            """)
    void whatIsWrongIsSaidWithItsPlace(String right, String wrong, String message) {
        String text = RunFile.format(run(3));
        assertThat(text.replaceAll("\\s+", " ")).contains(right.strip());
        String flat = text.replaceAll("\\s+", " ").replace(right.strip(), wrong.strip());
        RunFile.Result result = RunFile.parse(flat);
        assertThat(result).isInstanceOf(RunFile.Result.Refused.class);
        assertThat(((RunFile.Result.Refused) result).problems().toString()).contains(message);
    }

    @Test
    void aTopologyIsNotARun() {
        RunFile.Result result = RunFile.read(Path.of("samples/three-servers.json"));
        assertThat(((RunFile.Result.Refused) result).problems().toString()).contains("this is a topology");
    }
}
