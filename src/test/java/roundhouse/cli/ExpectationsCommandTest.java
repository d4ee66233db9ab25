package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run} as a gate: exit codes, what it says about a miss, JUnit's XML. */
class ExpectationsCommandTest {
    /**
     * The rules of Surefire's report format, as its documentation gives them, for the parts that a report without reruns has: a suite
     * with its counts, properties before cases, and in a case its failures before its error.
     */
    private static final String SUREFIRE = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:simpleType name="time">
                <xs:restriction base="xs:string"><xs:pattern value="[0-9]+(\\.[0-9]{0,3})?"/></xs:restriction>
              </xs:simpleType>
              <xs:complexType name="reason">
                <xs:simpleContent>
                  <xs:extension base="xs:string">
                    <xs:attribute name="message" type="xs:string"/>
                    <xs:attribute name="type" type="xs:string" use="required"/>
                  </xs:extension>
                </xs:simpleContent>
              </xs:complexType>
              <xs:element name="testsuite">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="properties" minOccurs="0">
                      <xs:complexType>
                        <xs:sequence>
                          <xs:element name="property" minOccurs="0" maxOccurs="unbounded">
                            <xs:complexType>
                              <xs:attribute name="name" type="xs:string" use="required"/>
                              <xs:attribute name="value" type="xs:string" use="required"/>
                            </xs:complexType>
                          </xs:element>
                        </xs:sequence>
                      </xs:complexType>
                    </xs:element>
                    <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded">
                      <xs:complexType>
                        <xs:sequence>
                          <xs:element name="failure" type="reason" minOccurs="0" maxOccurs="unbounded"/>
                          <xs:element name="error" type="reason" minOccurs="0"/>
                        </xs:sequence>
                        <xs:attribute name="name" type="xs:string" use="required"/>
                        <xs:attribute name="classname" type="xs:string"/>
                        <xs:attribute name="time" type="time" use="required"/>
                      </xs:complexType>
                    </xs:element>
                  </xs:sequence>
                  <xs:attribute name="name" type="xs:string" use="required"/>
                  <xs:attribute name="time" type="time"/>
                  <xs:attribute name="tests" type="xs:string" use="required"/>
                  <xs:attribute name="errors" type="xs:string" use="required"/>
                  <xs:attribute name="skipped" type="xs:string" use="required"/>
                  <xs:attribute name="failures" type="xs:string" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:schema>
            """;

    @TempDir
    private Path folder;

    private String file(String... expectations) throws IOException {
        Path file = folder.resolve("t.json");
        Files.writeString(file, """
                { "format": 1, "name": "Steady <&> \\"slow\\"", "duration": "2s",
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                             { "id": "s1", "kind": "server", "service": "4ms" } ],
                  "links": [ { "from": "users", "to": "s1", "latency": "0s" } ],
                  "expect": [ "%s" ] }
                """.formatted(String.join("\", \"", expectations)));
        return file.toString();
    }

    @Test
    void metExpectationsAreInTheReport() throws IOException {
        CliRunner result = CliRunner.run("run", file("max < 5ms", "failed = 0"));
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "Expectations\n  met       max < 5ms  (measured 4 ms)\n  met       failed = 0  (measured 0)\n");
    }

    @Test
    void aMissedOneEndsWithOneAndSaysWhatWasMeasured() throws IOException {
        CliRunner result = CliRunner.run("run", file("max < 3ms", "failed = 0", "ok > 10 during 1s..1min"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualToNormalizingNewlines("roundhouse: missed: max < 3ms (measured 4 ms, 1 ms too much)\n"
                        + "roundhouse: not known: ok > 10 during 1s..1min (the run has not got to 1min)\n");
    }

    @Test
    void jsonHasThemOnlyWhereThereAreAny() throws IOException {
        CliRunner result = CliRunner.run("run", file("max < 3ms"), "--format", "json");
        JsonNode expectation =
                JsonMapper.shared().readTree(result.out()).get("expectations").get(0);
        assertThat(expectation.get("expect").asString()).isEqualTo("max < 3ms");
        assertThat(expectation.get("state").asString()).isEqualTo("missed");
        assertThat(expectation.get("finding").asString()).isEqualTo("measured 4 ms, 1 ms too much");
        assertThat(result.code()).isEqualTo(1);
        Path none = Path.of(file());
        Files.writeString(none, Files.readString(none).replace("\"\"", ""));
        assertThat(CliRunner.run("run", none.toString(), "--format", "json").out())
                .doesNotContain("expectations");
    }

    @Test
    void theTranscriptIsALineForEachThingThatHappened() {
        CliRunner result = CliRunner.run("run", "samples/three-servers.json", "--transcript");
        assertThat(result.code()).isZero();
        assertThat(result.lines()).hasSize(2);
        assertThat(result.lines().getFirst()).isEqualTo("00:20.000 s2 is 3× slower");
        assertThat(result.lines().getLast())
                .matches(
                        "00:35\\.000 s2 is back to its own speed; requests took .* ms there on average, and .* ms before");
        CliRunner json = CliRunner.run("run", "samples/three-servers.json", "--transcript", "--format", "json");
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.err()).isEqualToIgnoringNewLines("roundhouse: --transcript is text; leave out --format json");
    }

    @Test
    void whatCannotBeReadIsBadInput() throws IOException {
        for (String command : new String[] {"run", "check"}) {
            CliRunner result = CliRunner.run(command, file("p98 < 3ms"));
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .contains(
                            "t.json: line 5, /expect/0: at character 1, unknown figure \"p98\"; did you mean \"p90\"?");
            assertThat(CliRunner.run(command, file("p99 of s2 < 3ms")).err())
                    .contains("line 5, /expect/0", "no node has the id \"s2\"; did you mean \"s1\"?");
        }
    }

    @Test
    void junitIsWhatSurefireWouldWrite() throws IOException, SAXException {
        Path junit = folder.resolve("junit.xml");
        CliRunner result = CliRunner.run(
                "run",
                file("max < 3ms", "failed < 1%", "ok > 10 during 1s..1min", "p99 < 5ms during 1s..1500ms"),
                "--junit",
                junit.toString());
        assertThat(result.code()).isEqualTo(1);
        String xml = Files.readString(junit);
        validate(xml);
        assertThat(xml)
                .contains(
                        "<testsuite name=\"Steady &lt;&amp;&gt; &quot;slow&quot;\" time=\"2.000\" tests=\"4\" errors=\"1\" skipped=\"0\" failures=\"1\">")
                .contains("<failure message=\"measured 4 ms, 1 ms too much\" type=\"expectation missed\"/>")
                .contains("<error message=\"the run has not got to 1min\" type=\"expectation not known\"/>")
                .contains("name=\"p99 &lt; 5ms during 1s..1500ms\"")
                .contains("time=\"0.500\"");
    }

    @ParameterizedTest
    @MethodSource("roundhouse.SampleFiles#all")
    void everySampleComesToWhatItExpects(Path sample) throws IOException, SAXException {
        Path junit = folder.resolve("junit.xml");
        CliRunner result = CliRunner.run("run", sample.toString(), "--junit", junit.toString());
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        validate(Files.readString(junit));
    }

    private static void validate(String xml) throws IOException, SAXException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(SUREFIRE)))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }
}
