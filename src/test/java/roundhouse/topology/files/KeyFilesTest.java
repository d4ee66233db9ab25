package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.RecordedKeys;

/** The files that clients have their keys from: where they are looked for, and what is said of one that cannot be read. */
final class KeyFilesTest {
    private static final String PLAIN = """
            { "format": 1,
              "nodes": [ { "id": "c", "kind": "clients", "arrivals": { "type": "poisson", "rate": "1/s" } },
                         { "id": "s", "kind": "server", "service": "1ms" } ],
              "links": [ { "from": "c", "to": "s" } ] }
            """;

    @TempDir
    private Path folder;

    private static Topology plain() {
        return ((ReadResult.Read) TopologyFile.parse(PLAIN)).topology();
    }

    private static Node from(String file) {
        return ((Clients) plain().nodes().getFirst())
                .with(Clients.KEYS, new KeyDistribution.FromFile(file, RecordedKeys.NONE));
    }

    private static Topology naming(String file) {
        return plain().withNodes(List.of(from(file), plain().nodes().getLast()));
    }

    private static KeyDistribution.FromFile keys(Node node) {
        return (KeyDistribution.FromFile) ((Clients) node).keys();
    }

    private static KeyDistribution.FromFile read(String file, @Nullable Path directory) {
        return keys(KeyFiles.read(naming(file), directory).nodes().getFirst());
    }

    private String refusal(String file) {
        return read(file, folder).problem();
    }

    @Test
    void aFileIsLookedForWhereTheDocumentIs() throws IOException {
        Files.writeString(folder.resolve("keys.txt"), "a\nb\na\n");
        KeyDistribution.FromFile read = read("keys.txt", folder);
        assertThat(read.problem()).isEmpty();
        assertThat(read.isLoaded()).isTrue();
        assertThat(read.recorded().length()).isEqualTo(3);
        assertThat(read.recorded().key(2))
                .isEqualTo(read.recorded().key(0))
                .isNotEqualTo(read.recorded().key(1));
    }

    @Test
    void aWholePathNeedsNoDocument() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.txt"), "a\n").toAbsolutePath();
        assertThat(read(file.toString(), null).recorded().length()).isEqualTo(1);
        assertThat(read("keys.txt", null).problem())
                .isEqualTo("its place is counted from that of this document, which is in no file yet; save it first");
    }

    @Test
    void whatCannotBeReadSaysWhy() throws IOException {
        Files.writeString(folder.resolve("empty.txt"), "\n\n");
        Files.write(folder.resolve("bytes.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 'a', '\n'});
        Files.createDirectory(folder.resolve("folder"));
        assertThat(refusal("none.txt")).isEqualTo("there is no such file");
        assertThat(refusal("empty.txt")).isEqualTo("there is no key in it");
        assertThat(refusal("bytes.txt")).isEqualTo("it is no text in UTF-8");
        assertThat(refusal("a\u0000b")).isEqualTo("that is no name of a file");
        assertThat(refusal("folder")).startsWith("it cannot be read (");
    }

    @Test
    void aWrongLineIsNamed() throws IOException {
        Files.writeString(folder.resolve("keys.txt"), "2 a\n1 b\n");
        assertThat(refusal("keys.txt")).isEqualTo("line 2: its time is before that of the line before it");
    }

    @Test
    void clientsThatTheScenarioAddsAreLookedIntoToo() throws IOException {
        Files.writeString(folder.resolve("keys.txt"), "a\n");
        Command add = new Command.Add(from("keys.txt"), List.of());
        TimedCommand crash = new TimedCommand(Duration.ZERO, new Command.Crash("s"));
        Topology read = KeyFiles.read(
                plain().withScenario(List.of(crash, new TimedCommand(Duration.ofSeconds(1), add))), folder);
        assertThat(read.scenario().getFirst()).isEqualTo(crash);
        TimedCommand added = read.scenario().getLast();
        assertThat(added.at()).isEqualTo(Duration.ofSeconds(1));
        assertThat(keys(((Command.Add) added.command()).node()).recorded().length())
                .isEqualTo(1);
    }

    @Test
    void whatWasLookedIntoStays() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.txt"), "a\n");
        Topology read = KeyFiles.read(naming("keys.txt"), folder);
        Files.writeString(file, "a\nb\n");
        assertThat(KeyFiles.read(read, folder)).isSameAs(read);
        assertThat(KeyFiles.read(plain(), folder)).isEqualTo(plain());
    }

    @Test
    void aDocumentIsOpenedWithTheFilesBesideIt() throws IOException {
        Files.writeString(folder.resolve("keys.txt"), "a\nb\n");
        Path document = folder.resolve("shop.json");
        TopologyFile.write(naming("keys.txt"), document);
        Topology read = ((ReadResult.Read) TopologyFile.read(document)).topology();
        assertThat(keys(read.nodes().getFirst()).recorded().length()).isEqualTo(2);
        assertThat(TopologyFile.parse(Files.readString(document))).isInstanceOf(ReadResult.Refused.class);
        assertThat(TopologyFile.parse(Files.readString(document), folder)).isInstanceOf(ReadResult.Read.class);
    }
}
