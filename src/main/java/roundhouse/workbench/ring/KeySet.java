package roundhouse.workbench.ring;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import roundhouse.hashing.Placement;
import roundhouse.routing.KeyText;
import roundhouse.topology.Keys;

/**
 * The keys that are placed.
 *
 * @param title what they are, for people: {@code key-0 … key-999}
 * @param texts each key's text
 * @param shares the part of all requests that asks for each key; empty when all are asked for alike
 */
public record KeySet(String title, List<String> texts, double[] shares) {
    /** More could not be told apart and would make a drag jerk. */
    public static final int MOST = 200_000;

    private static final double[] ALIKE = {};

    /** As many keys as asked for, called as a run's are: {@code key-0}, {@code key-1}, … */
    public static KeySet counted(int count) {
        List<String> texts = new ArrayList<>(count);
        for (int key = 0; key < count; key++) {
            texts.add(KeyText.of(key));
        }
        return new KeySet(count + " keys of a run", texts, ALIKE);
    }

    /** Keys after a pattern in which {@code {n}} is a number from 0: {@code cart:{n}}. Without it the number comes last. */
    public static KeySet pattern(String pattern, int count) {
        String form = pattern.contains("{n}") ? pattern : pattern + "{n}";
        List<String> texts = new ArrayList<>(count);
        for (int key = 0; key < count; key++) {
            texts.add(form.replace("{n}", Integer.toString(key)));
        }
        return new KeySet(count + " keys like " + form.replace("{n}", "7"), texts, ALIKE);
    }

    public static KeySet of(List<String> texts) {
        return new KeySet(String.join(", ", texts), List.copyOf(texts), ALIKE);
    }

    /** The lines of a file, one key each, empty ones left out; the first {@link #MOST} of them. */
    public static KeySet file(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            List<String> texts =
                    lines.lines().filter(line -> !line.isBlank()).limit(MOST).toList();
            return new KeySet(texts.size() + " keys from " + file.getFileName(), texts, ALIKE);
        }
    }

    /** The keys that clients ask for, at most {@link #MOST}, the most popular ones, and how often. */
    public static KeySet traffic(Keys keys) {
        int count = Math.min(keys.count(), MOST);
        double[] shares = new double[count];
        double total = 0;
        for (int key = 0; key < keys.count(); key++) {
            double weight = switch (keys) {
                case Keys.Uniform _ -> 1;
                case Keys.Zipf zipf -> StrictMath.pow(key + 1.0, -zipf.exponent());
                case Keys.Hot hot -> key == 0 ? hot.share() : (1 - hot.share()) / Math.max(1, keys.count() - 1);
            };
            total += weight;
            if (key < count) {
                shares[key] = weight;
            }
        }
        for (int key = 0; key < count; key++) {
            shares[key] /= total;
        }
        return new KeySet(count + " keys as clients ask for them", counted(count).texts, shares);
    }

    public int size() {
        return texts.size();
    }

    /** What the placement makes of each. */
    public long[] hashes(Placement placement) {
        return texts.stream().mapToLong(placement::hash).toArray();
    }

    /** The part of requests for this key, 0 to 1. */
    public double share(int key) {
        return shares.length == 0 ? 1.0 / texts.size() : shares[key];
    }
}
