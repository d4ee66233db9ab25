package roundhouse.simulation.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;

/** Requests for the keys, and at the times, of a file. */
class RecordedRequestsTest {
    @TempDir
    Path directory;

    private ReadResult open(String keys, String arrivals) throws IOException {
        Path file = directory.resolve("system.json");
        Files.writeString(file, """
                {"format": 1, "name": "T", "nodes": [
                  {"id": "users", "kind": "clients", "arrivals": %s, "reads": 1, "keys": %s},
                  {"id": "s", "kind": "server", "service": "1ms"}],
                 "links": [{"from": "users", "to": "s"}]}
                """.formatted(arrivals, keys));
        return TopologyFile.read(file);
    }

    private Topology topology(String arrivals) throws IOException {
        return ((ReadResult.Read) open("{\"type\": \"file\", \"file\": \"keys.txt\"}", arrivals)).topology();
    }

    private String refusal(String keys, String arrivals) throws IOException {
        List<Problem> problems = ((ReadResult.Refused) open(keys, arrivals)).problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst().pointer() + ": " + problems.getFirst().message();
    }

    /** What requests began in that time: {@code ms key bytes r}. */
    private static List<String> begun(Topology topology, long millis) {
        List<String> begun = new ArrayList<>();
        Run run = Run.of(topology, new RunObserver() {
            @Override
            public void began(Attempt attempt, Component clients) {
                begun.add(attempt.startedAtNanos / 1_000_000 + " " + attempt.key() + " " + attempt.valueBytes
                        + (attempt.read ? " r" : " w"));
            }
        });
        run.runUntil(millis * 1_000_000);
        return begun;
    }

    @Test
    void keysComeInTheirOrderAndFromTheBeginningAgain() throws IOException {
        Files.writeString(directory.resolve("keys.txt"), "7\n3\n\n7\n5\n");
        assertThat(begun(topology("{\"type\": \"constant\", \"rate\": \"1000/s\"}"), 6))
                .extracting(line -> line.split(" ")[1])
                .containsExactly("7", "3", "7", "5", "7", "3");
    }

    @Test
    void timesSizesAndKindsAreThoseOfTheFile() throws IOException {
        Files.writeString(directory.resolve("keys.txt"), "2 9 100 r\n2 4 200 w\n10.5 9 100 r\n");
        assertThat(begun(topology("{\"type\": \"file\"}"), 1_000))
                .containsExactly("2 9 100 r", "2 4 200 w", "10 9 100 r");
    }

    @Test
    void wordsAreNumberedInTheOrderInWhichTheyAppear() throws IOException {
        Files.writeString(directory.resolve("keys.txt"), "user:7\nuser:2\nuser:7\n");
        assertThat(begun(topology("{\"type\": \"constant\", \"rate\": \"1000/s\"}"), 3))
                .extracting(line -> line.split(" ")[1])
                .containsExactly("0", "1", "0");
    }

    @Test
    void theDocumentNamesTheFileAndKeepsWhatWasInIt() throws IOException {
        Path keys = directory.resolve("keys.txt");
        Files.writeString(keys, "7\n3\n");
        Topology topology = topology("{\"type\": \"constant\", \"rate\": \"1000/s\"}");
        assertThat(TopologyFile.format(topology)).contains("\"keys\": { \"type\": \"file\", \"file\": \"keys.txt\" }");
        Files.delete(keys);
        assertThat(begun(topology, 2)).extracting(line -> line.split(" ")[1]).containsExactly("7", "3");
    }

    @Test
    void whatCannotBeUsedIsToldOfOnce() throws IOException {
        String constant = "{\"type\": \"constant\", \"rate\": \"1000/s\"}";
        String file = "{\"type\": \"file\", \"file\": \"keys.txt\"}";
        assertThat(refusal(file, constant))
                .isEqualTo("/nodes/0/keys/file: the keys of \"keys.txt\": there is no such file");
        Files.writeString(directory.resolve("keys.txt"), "\n\n");
        assertThat(refusal(file, constant)).endsWith("there is no key in it");
        Files.writeString(directory.resolve("keys.txt"), "5 a\n4 b\n");
        assertThat(refusal(file, constant)).contains("line 2: its time is before");
        Files.writeString(directory.resolve("keys.txt"), "a\nb\n");
        assertThat(refusal(file, "{\"type\": \"file\"}"))
                .startsWith("/nodes/0/arrivals: requests at the times of a file");
        assertThat(refusal("{\"type\": \"uniform\", \"count\": 3}", "{\"type\": \"file\"}"))
                .startsWith("/nodes/0/arrivals");
    }

    /** Clients that a scenario adds, too. */
    @Test
    void whatCannotBeUsedLaterIsToldOfAtOnce() {
        String document = """
                { "format": 1, "name": "Later", "nodes": [], "links": [], "scenario": [
                  { "at": "1s", "add": { "id": "users", "kind": "clients",
                    "arrivals": { "type": "constant", "rate": "10/s" },
                    "keys": { "type": "file", "file": "none.txt" } }, "links": [] } ] }""";
        assertThat(TopologyFile.parse(document))
                .isInstanceOfSatisfying(
                        ReadResult.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.pointer() + ": " + problem.message())
                                        .startsWith("/scenario/0/add/keys/file: the keys of \"none.txt\": ")));
    }
}
