package roundhouse.topology.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.SampleFiles;
import roundhouse.topology.Topology;
import roundhouse.topology.json.FileText;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problem;

/**
 * Whatever happens to a file, it is read or refused with clear messages: 26,000 mutations of the samples, each the work of one
 * seed. The timeout is there to end a hang, not to measure.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class FuzzTest {
    private static final int EACH = 2_000;
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[-\\w.]+|[\\[\\]{},:]");
    private static final List<String> NASTY = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "-0.0",
            "1e-400",
            "99999999999999999999",
            "NaN",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\n\"",
            "[]",
            "{}",
            "[[[[",
            "}}",
            "\"5\"",
            "\"-5ms\"",
            "\"1e9/s\"",
            "\"0s\"",
            "\"8760h\"",
            "\"clients\"",
            "\"server\"",
            "\"lb-1\"",
            "\"s1\"",
            "4",
            "7",
            "\"closed\"",
            "\"~/\"",
            "\"p99 of s1 < 200ms during 10s..40s\"",
            "\"failed < 1%\"",
            "\"< = of during ..\"",
            "// x",
            "'x'",
            "\uFEFF",
            "\u2028");

    private static List<byte[]> all = List.of();

    static List<Path> samples() throws IOException {
        List<Path> samples = SampleFiles.all();
        List<byte[]> texts = new ArrayList<>();
        for (Path sample : samples) {
            texts.add(Files.readAllBytes(sample));
        }
        all = texts;
        return samples;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadOrRefused(Path sample) throws IOException {
        byte[] text = Files.readAllBytes(sample);
        int read = 0;
        for (int seed = Integer.getInteger("fuzz.seed", 0); seed < EACH; seed++) {
            byte[] mutated = mutated(text, new SplittableRandom(seed));
            try {
                read += check(mutated) ? 1 : 0;
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        sample + ", seed " + seed + "; from there on again: mvn test -Dtest=FuzzTest -Dfuzz.seed="
                                + seed + "\n" + new String(mutated, StandardCharsets.UTF_8),
                        e);
            }
        }
        assertThat(read)
                .as("mutations that are still topologies, so that the other branch is tried too")
                .isPositive();
    }

    private static ReadResult decoded(byte[] bytes) {
        return switch (FileText.decode(bytes)) {
            case FileText.Result.Text(String text) -> TopologyFile.parse(text);
            case FileText.Result.Wrong(Problem problem) -> new ReadResult.Refused(List.of(problem));
        };
    }

    /** Whether it was read. */
    private static boolean check(byte[] bytes) {
        switch (decoded(bytes)) {
            case ReadResult.Read(Topology topology) -> {
                String canonical = TopologyFile.format(topology);
                assertThat(TopologyFile.parse(canonical)).isEqualTo(new ReadResult.Read(topology));
                return true;
            }
            case ReadResult.Refused(List<Problem> problems) -> {
                assertThat(problems).hasSizeBetween(1, 100);
                for (Problem problem : problems) {
                    assertThat(problem.message()).isNotBlank().hasSizeLessThan(1_000);
                    assertThat(problem.toString().chars().allMatch(c -> Names.printable((char) c)))
                            .as(problem.toString())
                            .isTrue();
                    assertThat(problem.line()).isNotNegative();
                }
                return false;
            }
        }
    }

    private static byte[] mutated(byte[] text, SplittableRandom random) {
        byte[] result = text;
        int times = random.nextInt(1, 4);
        for (int i = 0; i < times; i++) {
            result = switch (random.nextInt(8)) {
                case 0 -> flipped(result, random);
                case 1 -> spliced(result, random.nextInt(result.length + 1), result.length, new byte[0]);
                case 2 -> span(result, random, new byte[0]);
                case 3 -> span(result, random, part(result, random));
                case 4 -> span(result, random, part(all.get(random.nextInt(all.size())), random));
                case 5 -> swapped(result, random);
                default -> replaced(result, random);
            };
        }
        return result;
    }

    private static byte[] flipped(byte[] text, SplittableRandom random) {
        byte[] result = text.clone();
        if (result.length > 0) {
            int at = random.nextInt(result.length);
            result[at] =
                    random.nextBoolean() ? (byte) random.nextInt() : (byte) (result[at] ^ (1 << random.nextInt(7)));
        }
        return result;
    }

    private static byte[] span(byte[] text, SplittableRandom random, byte[] instead) {
        int from = random.nextInt(text.length + 1);
        return spliced(text, from, Math.min(text.length, from + random.nextInt(60)), instead);
    }

    private static byte[] part(byte[] text, SplittableRandom random) {
        int from = random.nextInt(text.length + 1);
        return Arrays.copyOfRange(text, from, Math.min(text.length, from + random.nextInt(200)));
    }

    private static byte[] spliced(byte[] text, int from, int to, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(text, 0, from);
        out.writeBytes(instead);
        out.write(text, to, text.length - to);
        return out.toByteArray();
    }

    /** Two tokens change places. */
    private static byte[] swapped(byte[] text, SplittableRandom random) {
        String string = new String(text, StandardCharsets.ISO_8859_1);
        List<int[]> tokens = tokens(string);
        if (tokens.size() < 2) {
            return text;
        }
        int[] a = tokens.get(random.nextInt(tokens.size()));
        int[] b = tokens.get(random.nextInt(tokens.size()));
        int[] first = a[0] <= b[0] ? a : b;
        int[] second = a[0] <= b[0] ? b : a;
        if (first[0] == second[0]) {
            return text;
        }
        return (string.substring(0, first[0])
                        + string.substring(second[0], second[1])
                        + string.substring(first[1], second[0])
                        + string.substring(first[0], first[1])
                        + string.substring(second[1]))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A token becomes something nasty, or another token of the text. */
    private static byte[] replaced(byte[] text, SplittableRandom random) {
        String string = new String(text, StandardCharsets.ISO_8859_1);
        List<int[]> tokens = tokens(string);
        if (tokens.isEmpty()) {
            return text;
        }
        int[] token = tokens.get(random.nextInt(tokens.size()));
        int[] other = tokens.get(random.nextInt(tokens.size()));
        byte[] instead = random.nextBoolean()
                ? NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8)
                : string.substring(other[0], other[1]).getBytes(StandardCharsets.ISO_8859_1);
        return spliced(text, token[0], token[1], instead);
    }

    private static List<int[]> tokens(String text) {
        List<int[]> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new int[] {matcher.start(), matcher.end()});
        }
        return tokens;
    }
}
