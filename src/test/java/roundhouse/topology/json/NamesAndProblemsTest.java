package roundhouse.topology.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.files.NotWrittenException;

/** Which name was meant, which numbers are in a range, what is wrong with a file, and texts out of files and into them. */
class NamesAndProblemsTest {
    @ParameterizedTest
    @CsvSource({
        "servr, server",
        "sevrer, server",
        "SERVER, server",
        "serverx, server",
        "xerver, server",
        "s2, s1",
        "clints, clients",
        "zzz, ''",
        "s, ''",
        "sorvor, server",
        "sorvox, ''"
    })
    void theNameWithTheFewestSlipsIsMeant(String found, String meant) {
        assertThat(Names.nearest(found, List.of("server", "clients", "s1")).orElse(""))
                .isEqualTo(meant);
        assertThat(Names.didYouMean(found, List.of("server", "clients", "s1")))
                .isEqualTo(meant.isEmpty() ? "" : "; did you mean \"" + meant + "\"?");
    }

    @Test
    void theFirstOfEqualsIsMeantAndTheNearerBeforeIt() {
        assertThat(Names.nearest("s5", List.of("s1", "s2"))).contains("s1");
        assertThat(Names.nearest("server-12", List.of("server-21x", "server-21")))
                .contains("server-21");
        assertThat(Names.nearest("abcdef", List.of("badcfe", "abcdfe"))).contains("abcdfe");
    }

    @Test
    void nobodyGuessesAmongTooManyOrForTooLongAName() {
        List<String> many = Collections.nCopies(5_000, "server");
        assertThat(Names.nearest("servr", many)).contains("server");
        assertThat(Names.nearest("servr", Collections.nCopies(5_001, "server"))).isEmpty();
        assertThat(Names.nearest("x".repeat(64), List.of("x".repeat(63)))).isPresent();
        assertThat(Names.nearest("x".repeat(65), List.of("x".repeat(64)))).isEmpty();
    }

    @Test
    void anIdHasLettersDigitsAndAFewSigns() {
        assertThat(Names.isId("Web_1.a-b")).isTrue();
        assertThat(Names.isId("x".repeat(64))).isTrue();
        assertThat(Names.isId("x".repeat(65))).isFalse();
        assertThat(Names.isId("a b")).isFalse();
        assertThat(Names.isId("")).isFalse();
    }

    @Test
    void aRangeHasItsEnds() {
        Range whole = Range.whole(1, 1_024);
        assertThat(List.of(
                        whole.allows(1), whole.allows(1_024), whole.allows(0), whole.allows(1_025), whole.allows(1.5)))
                .containsExactly(true, true, false, false, false);
        assertThat(Range.real(0, 0.5).allows(0.25)).isTrue();
        assertThat(Range.real(0, 0.5).allowed()).isEqualTo("a number from 0 to 0.5");
        assertThat(whole.allowed()).isEqualTo("a whole number from 1 to 1,024");
        assertThat(whole.parse("1 000")).isEqualTo(new Units.Parsed.Value<>(1_000.0));
        assertThat(whole.parse("1,025"))
                .isEqualTo(new Units.Parsed.Wrong<>("found 1,025; a whole number from 1 to 1,024 is allowed"));
        assertThat(whole.parse("x"))
                .isEqualTo(new Units.Parsed.Wrong<>("found \"x\"; a whole number from 1 to 1,024 is allowed"));
        assertThat(JsonPrinter.printLine(whole.schema().build()))
                .isEqualTo("{ \"type\": \"integer\", \"minimum\": 1, \"maximum\": 1024 }");
        assertThat(JsonPrinter.printLine(Range.real(0, 1).schema().build())).contains("\"number\"");
    }

    @Test
    void numbersAreShortAndExact() {
        assertThat(Units.number(3)).isEqualTo("3");
        assertThat(Units.number(0.1)).isEqualTo("0.1");
        assertThat(Units.number(1e15)).isEqualTo("1.0E15");
        assertThat(Units.number(1e15 - 1)).isEqualTo("999999999999999");
        assertThat(Units.percent(0.125)).isEqualTo("12.5 %");
        assertThat(Units.format(java.time.Duration.ofNanos(1_500))).isEqualTo("1500ns");
        assertThat(Units.rate("10000000/s")).isEqualTo(new Units.Parsed.Value<>(1e7));
        assertThat(Units.Parsed.missing()).isEqualTo(new Units.Parsed.Value<>(null));
        assertThat(Units.Parsed.map(new Units.Parsed.Value<>(2), value -> value + 1))
                .isEqualTo(new Units.Parsed.Value<>(3));
        assertThat(Units.Parsed.map(new Units.Parsed.Wrong<Integer>("no"), value -> value + 1))
                .isEqualTo(new Units.Parsed.Wrong<>("no"));
    }

    @Test
    void problemsAreToldInTheOrderOfTheTextAndAtMostAHundred() {
        Problems problems = new Problems();
        assertThat(problems.isEmpty()).isTrue();
        problems.add("/b", 7, "second");
        problems.add("/a", 3, "first");
        problems.add("/c", "nowhere");
        assertThat(problems.isEmpty()).isFalse();
        assertThat(problems.inOrder())
                .extracting(Problem::toString)
                .containsExactly("/c: nowhere", "line 3, /a: first", "line 7, /b: second");
        IntStream.range(0, 96).forEach(i -> problems.add("", i, "more"));
        assertThat(problems.full()).isFalse();
        problems.add("", 1, "the last");
        assertThat(problems.full()).isTrue();
        problems.add("", 1, "too many");
        assertThat(problems.inOrder()).hasSize(100);
        assertThat(new Problem("", 0, "all").toString()).isEqualTo("all");
        assertThat(new Problem("", 4, "all").toString()).isEqualTo("line 4: all");
        assertThat(Problems.problem("/a\nb" + "x".repeat(300), 1, "m").pointer())
                .startsWith("/a?bx")
                .hasSize(200);
    }

    private static String decoded(byte... bytes) {
        return switch (FileText.decode(bytes)) {
            case FileText.Result.Text(String text) -> text;
            case FileText.Result.Wrong(Problem problem) -> "no: " + problem;
        };
    }

    @Test
    void aFileIsUtf8Text() {
        assertThat(decoded("é".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
        assertThat(decoded("\uFEFF{}".getBytes(StandardCharsets.UTF_8)))
                .as("its byte order mark goes")
                .isEqualTo("{}");
        assertThat(decoded((byte) 'x')).isEqualTo("x");
        assertThat(decoded((byte) 0xFE, (byte) 0xFF)).isEqualTo("no: the file is UTF-16 text; save it as UTF-8");
        assertThat(decoded((byte) 0xFF, (byte) 0xFE)).isEqualTo("no: the file is UTF-16 text; save it as UTF-8");
        assertThat(decoded((byte) '\n', (byte) '\n', (byte) 'x', (byte) 0xFF))
                .isEqualTo("no: line 3: the file is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void aFileIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.json");
        FileText.write(() -> "{ \"é\": 1 }", file, null, "a topology");
        assertThat(FileText.read(file, "a topology")).isEqualTo(new FileText.Result.Text("{ \"é\": 1 }"));
        assertThat(FileText.read(folder.resolve("none"), "a topology")).isInstanceOf(FileText.Result.Wrong.class);
    }

    @Test
    void aFileHasAtMostTwentyMegabytes(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("large.json");
        Files.write(file, new byte[20_000_000]);
        assertThat(FileText.read(file, "a topology")).isInstanceOf(FileText.Result.Text.class);
        Files.write(file, new byte[20_200_000]);
        assertThat(FileText.read(file, "a topology"))
                .isEqualTo(new FileText.Result.Wrong(
                        new Problem("", 0, "the file has 20.2 MB; a topology has at most 20 MB")));
        Path other = folder.resolve("other.json");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> FileText.write(() -> "x".repeat(20_100_000), other, null, "a topology"))
                .isInstanceOf(NotWrittenException.class)
                .hasMessageContaining("it would have 20.1 MB; a topology has at most 20 MB");
        assertThat(other).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenAgainIsSaidWhenItIsRead() {
        String small = "x".repeat(1_999_999);
        assertThat(FileText.writable(small, () -> "x".repeat(30_000_000), "a topology"))
                .isEmpty();
        assertThat(FileText.writable(small + "x", () -> "x".repeat(20_000_000), "a topology"))
                .isEmpty();
        assertThat(FileText.writable(small + "x", () -> "x".repeat(20_000_001), "a topology"))
                .contains(new Problem(
                        "", 0, "saved again it would have 20.0 MB with its line ends; a topology has at most 20 MB"));
    }
}
