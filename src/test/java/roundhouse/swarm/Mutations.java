package roundhouse.swarm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.SampleFiles;

/** Makes hostile files of good ones. */
public final class Mutations {
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|[-\\w.]+|[\\[\\]{},:]");
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
            "\"1ns\"",
            "65535",
            "10000000",
            "\"10000000/s\"",
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

    private final List<byte[]> all;

    /** @param all texts of which parts are put into others */
    public Mutations(List<byte[]> all) {
        this.all = List.copyOf(all);
    }

    public static Mutations ofSamples() throws IOException {
        List<byte[]> texts = new ArrayList<>();
        for (Path sample : SampleFiles.all()) {
            texts.add(Files.readAllBytes(sample));
        }
        return new Mutations(texts);
    }

    /** One to three changes: bytes turned, parts taken out, put in or exchanged, values that are not meant to be there. */
    public byte[] mutated(byte[] text, SplittableRandom random) {
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
