package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Command;
import roundhouse.topology.json.Problem;

/** Saved runs at their edges: what may be missing, what is too much, and where a mistake is said to be. */
final class RunEdgesTest {
    private static final String RUN = """
            { "format": 1, "program": "p", "until": "1s", "events": 0, "digest": "0123456789abcdef",
              "topology": { "format": 1, "nodes": [], "links": [] },
              "log": [LOG],
              "trail": { "every": 1, "digests": [DIGESTS], "fingerprints": [PRINTS] } }
            """;

    @TempDir
    private Path folder;

    private static String run(String log, String digests, String prints) {
        return RUN.replace("LOG", log).replace("DIGESTS", digests).replace("PRINTS", prints);
    }

    private static SavedRun read(String text) {
        return ((RunFile.Result.Read) RunFile.parse(text)).run();
    }

    private static List<String> refusal(String text) {
        return ((RunFile.Result.Refused) RunFile.parse(text))
                .problems().stream()
                        .map(problem -> problem.pointer() + " " + problem.message())
                        .toList();
    }

    @Test
    void aRunOfNothingIsRead() {
        SavedRun run = read(run("", "", ""));
        assertThat(run.program()).isEqualTo("p");
        assertThat(run.untilNanos()).isEqualTo(1_000_000_000);
        assertThat(run.digest()).isEqualTo(0x0123456789abcdefL);
        assertThat(run.report()).isNull();
        assertThat(run.log()).isEmpty();
        assertThat(run.trail().every()).isEqualTo(1);
        assertThat(run.trail().digests()).isEmpty();
        assertThat(run.trail().fingerprints()).isEmpty();
    }

    @Test
    void aCommandWithoutAPlaceComesAfterAllOfItsTime() {
        assertThat(read(run("{ \"command\": { \"at\": \"2s\", \"heal\": true } }", "", ""))
                        .log())
                .containsExactly(new SavedRun.Given(2_000_000_000L, -1, new Command.Heal(true)));
        assertThat(read(run("{ \"after-events\": 0, \"command\": { \"at\": \"2s\", \"heal\": true } }", "", ""))
                        .log())
                .containsExactly(new SavedRun.Given(2_000_000_000L, 0, new Command.Heal(true)));
    }

    @Test
    void aCommandAfterNoEventsKeepsItsPlace() {
        SavedRun run = read(run("{ \"after-events\": 0, \"command\": { \"at\": \"2s\", \"heal\": true } }", "", ""));
        assertThat(read(RunFile.format(run)).log()).isEqualTo(run.log());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            7                                           | /log/0 found 7
            {}                                          | /log/0 an entry of the log needs "command"
            { "command": 7 }                            | /log/0/command found 7
            { "command": { "heal": true } }             | /log/0/command a command of the scenario needs "at"
            { "command": { "revise": {} , "at": "1s" } } | /log/0/command/revise a topology needs "format"
            { "command": { "revise": 7 , "at": "1s" } } | /log/0/command/revise found 7
            { "command": { "revise": { "format": 1 } } } | /log/0/command a revision needs "at"
            { "command": { "at": "1s", "revise": { "format": 1 }, "crash": "s" } } | /log/0/command unknown key "crash"
            """)
    void aWrongEntryOfTheLogIsNamed(String entry, String problem) {
        assertThat(refusal(run(entry, "", "")))
                .anySatisfy(found -> assertThat(found).startsWith(problem));
    }

    @Test
    void aWrongDigestIsNamed() {
        assertThat(refusal(run("", "\"0123456789abcdef\", \"0123456789abcdeg\"", "")))
                .containsExactly("/trail/digests/1 found \"0123456789abcdeg\"; a digest is 16 hex digits");
        assertThat(refusal(run("", "7", ""))).containsExactly("/trail/digests/0 found 7; a digest is 16 hex digits");
        assertThat(read(run("", "\"fedcba9876543210\"", "")).trail().digests()).containsExactly(0xfedcba9876543210L);
    }

    @ParameterizedTest
    @CsvSource({"4096, true", "4097, false"})
    void aTrailHasSoManyDigestsAtMost(int count, boolean right) {
        String digests = String.join(",", Collections.nCopies(count, "\"0123456789abcdef\""));
        if (right) {
            assertThat(read(run("", digests, "")).trail().digests()).hasSize(count);
        } else {
            assertThat(refusal(run("", digests, "")))
                    .containsExactly("/trail/digests more than 4,096 digests; a trail has no more");
        }
    }

    @Test
    void fingerprintsAreBase64OfTwoBytesEach() {
        assertThat(read(run("", "", "\"AAEC\", \"Aw==\"")).trail().fingerprints())
                .containsExactly((short) 0x0001, (short) 0x0203);
        assertThat(refusal(run("", "", "7"))).containsExactly("/trail/fingerprints found 7; base64 text is allowed");
        assertThat(SavedRun.Trail.fingerprint(0xfedcba9876543210L)).isEqualTo((short) 0xfedc);
    }

    @Test
    void whatARunMustSayIsSaid() {
        assertThat(refusal("{ \"format\": 1, \"log\": [] }"))
                .extracting(found -> found.substring(0, found.indexOf(',')))
                .containsExactly(
                        " a run needs \"topology\"",
                        " a run needs \"program\"",
                        " a run needs \"until\"",
                        " a run needs \"events\"",
                        " a run needs \"digest\"",
                        " a run needs \"trail\"");
        assertThat(refusal("{ \"format\": 1, \"nodes\": [] }"))
                .containsExactly(" this is a topology; a run is what saving a run wrote");
        assertThat(refusal("{ }")).singleElement().asString().contains("a run needs \"format\"");
        assertThat(refusal("[]")).singleElement().asString().contains("a run");
        assertThat(refusal("{")).hasSize(1);
    }

    @Test
    void theReportIsADigestToo() {
        assertThat(refusal(run("", "", "").replace("\"until\"", "\"report\": \"x\", \"until\"")))
                .containsExactly("/report found \"x\"; a digest is 16 hex digits");
        SavedRun read = read(run("", "", "").replace("\"until\"", "\"report\": \"00000000000000ff\", \"until\""));
        assertThat(read.report()).isEqualTo(255);
        assertThat(RunFile.format(read)).contains("\"report\": \"00000000000000ff\"");
    }

    @Test
    void mistakesOfItsTopologyAreSaidWhereTheyAre() {
        assertThat(refusal(run("", "", "").replace("\"nodes\": []", "\"nodes\": [7]")))
                .singleElement()
                .asString()
                .startsWith("/topology/nodes/0 ");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThat(RunFile.read(folder.resolve("none.run.json")))
                .isInstanceOfSatisfying(
                        RunFile.Result.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::pointer)
                                .containsExactly(""));
    }

    @Test
    void aLongTrailIsWrittenInLinesOfNinetySixBytes() throws IOException {
        SavedRun empty = read(run("", "", ""));
        SavedRun run = new SavedRun(
                empty.program(),
                empty.start(),
                empty.log(),
                empty.untilNanos(),
                49,
                empty.digest(),
                null,
                new SavedRun.Trail(1, new long[0], new short[49]));
        Path file = folder.resolve("a.run.json");
        RunFile.write(run, file);
        assertThat(Files.readString(file)).contains("A".repeat(128) + "\"").doesNotContain("A".repeat(129));
    }
}
