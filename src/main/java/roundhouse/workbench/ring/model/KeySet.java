package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import roundhouse.files.InputFile;
import roundhouse.hashing.Placement;
import roundhouse.routing.algorithms.KeyText;

/**
 * The keys that are placed.
 *
 * @param title what they are, for people: {@code key-0 … key-999}
 * @param texts each key's text
 * @param shares the part of all requests that asks for each key; empty when all are asked for alike
 * @param form what each is called, with {@code {n}} for its number; empty where they follow no form
 */
public record KeySet(String title, List<String> texts, double[] shares, String form) {
    /** Few enough to be told apart on the ring, and enough to count. */
    public static final int USUAL = 1_000;

    /** More could not be told apart and would make a drag jerk. */
    public static final int MOST = 200_000;

    private static final String NUMBER = "{n}";
    private static final double[] ALIKE = {};

    /** As many keys as asked for, called as a run's are: {@code key-0}, {@code key-1}, … */
    public static KeySet counted(int count) {
        return pattern(KeyText.of(0).replace("0", NUMBER), count);
    }

    /** Keys after a pattern in which {@code {n}} is a number from 0: {@code cart:{n}}. Without it the number comes last. */
    public static KeySet pattern(String pattern, int count) {
        String form = pattern.contains(NUMBER) ? pattern : pattern + NUMBER;
        List<String> texts = IntStream.range(0, count)
                .mapToObj(key -> form.replace(NUMBER, Integer.toString(key)))
                .toList();
        return new KeySet(
                texts.isEmpty() ? text("ring.keys-none") : text("ring.keys-from-to", texts.getFirst(), texts.getLast()),
                texts,
                ALIKE,
                form);
    }

    /** So many keys of the same form; of a run's where these follow none. */
    public KeySet resized(int count) {
        return form.isEmpty() ? counted(count) : pattern(form, count);
    }

    public static KeySet of(List<String> texts) {
        return new KeySet(String.join(", ", texts), List.copyOf(texts), ALIKE, "");
    }

    /** The lines of a file, one key each, empty ones left out; the first {@link #MOST} of them. */
    public static KeySet file(Path file) throws IOException {
        try (BufferedReader lines = InputFile.text(file, text("ring.keys-file"))) {
            List<String> texts =
                    lines.lines().filter(line -> !line.isBlank()).limit(MOST).toList();
            return new KeySet(text("ring.keys-of-file", file.getFileName()), texts, ALIKE, "");
        }
    }

    public int size() {
        return texts.size();
    }

    /** The hash of each key under the placement. */
    public long[] hashes(Placement placement) {
        return texts.stream().mapToLong(placement::hash).toArray();
    }

    /** The part of requests for this key, 0 to 1. */
    public double share(int key) {
        return shares.length == 0 ? 1.0 / texts.size() : shares[key];
    }
}
