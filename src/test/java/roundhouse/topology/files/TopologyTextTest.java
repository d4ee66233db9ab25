package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Problem;

/** A topology as a text and as a file, and what its format may be. */
final class TopologyTextTest {
    @TempDir
    private Path folder;

    private static String refusal(ReadResult result) {
        return ((ReadResult.Refused) result).problems().getFirst().message();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            2           | format 2 is newer than this program reads (1); open it with a newer Roundhouse
            999999999   | format 999999999 is newer than this program reads (1); open it with a newer Roundhouse
            1000000000  | format is 1000000000; this program reads format 1
            0           | format is 0; this program reads format 1
            1.0         | format is 1.0; this program reads format 1
            "1"         | format is "1"; this program reads format 1
            """)
    void anotherFormatIsSaidAlone(String format, String message) {
        ReadResult result = TopologyFile.parse("{ \"format\": " + format + ", \"nodes\": 7 }");
        assertThat(((ReadResult.Refused) result).problems())
                .extracting(Problem::message)
                .containsExactly(message);
    }

    @Test
    void aFormatMustBeSaid() {
        assertThat(refusal(TopologyFile.parse("{}"))).startsWith("a topology needs \"format\"");
        assertThat(refusal(TopologyFile.parse("[]"))).contains("a topology");
        assertThat(refusal(TopologyFile.parse("{"))).isNotBlank();
    }

    @Test
    void theTextBeginsWithSchemaAndFormatAndIsReadAgain() {
        String text = TopologyFile.format(Topology.EMPTY);
        assertThat(text.replaceAll("\\s+", " "))
                .startsWith("{ \"$schema\": \"urn:roundhouse:topology:1\", \"format\": 1, \"name\"");
        assertThat(TopologyFile.parse(text)).isEqualTo(new ReadResult.Read(Topology.EMPTY));
        assertThat(TopologyFile.parse("\uFEFF" + text)).isEqualTo(new ReadResult.Read(Topology.EMPTY));
        assertThat(TopologyFile.of(TopologyFile.json(Topology.EMPTY))).isEqualTo(new ReadResult.Read(Topology.EMPTY));
    }

    @Test
    void aSchemaIsNamedByAText() {
        assertThat(refusal(TopologyFile.parse("{ \"$schema\": 7, \"format\": 1 }")))
                .isEqualTo("\"$schema\" is 7; a text in quotes is allowed");
    }

    @Test
    void whatIsWrittenToAFileIsReadFromIt() throws IOException {
        Path file = folder.resolve("a.json");
        TopologyFile.write(Topology.EMPTY, file);
        assertThat(file).hasContent(TopologyFile.format(Topology.EMPTY));
        assertThat(TopologyFile.read(file)).isEqualTo(new ReadResult.Read(Topology.EMPTY));
        assertThat(TopologyFile.read(folder.resolve("none.json"))).isInstanceOf(ReadResult.Refused.class);
    }

    @Test
    void aFileMayBeReadByThoseWhoMayReadTheOther() throws IOException {
        Path other = folder.resolve("other.json");
        Files.createFile(other, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Path file = folder.resolve("a.json");
        TopologyFile.writeLike(other, Topology.EMPTY, file);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file).hasContent(TopologyFile.format(Topology.EMPTY));
    }

    @Test
    void mistakesOfMeaningAreSaidAtTheirLines() {
        ReadResult result = TopologyFile.parse("""
                { "format": 1,
                  "nodes": [],
                  "links": [ { "to": "b",
                               "from": "a" } ] }
                """);
        assertThat(((ReadResult.Refused) result).problems())
                .extracting(Problem::toString)
                .containsExactly("line 4, /links/0/from: the link from \"a\" to \"b\": no node has the id \"a\"");
    }
}
