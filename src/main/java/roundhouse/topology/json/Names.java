package roundhouse.topology.json;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import roundhouse.files.PlainText;

/** Names in files: which are allowed, and which one somebody probably meant. */
public final class Names {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /** A longer list of candidates would make a file full of mistakes slow to refuse. */
    private static final int CANDIDATES = 5_000;

    private Names() {}

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether a message can show the character as it is, on one line. */
    public static boolean printable(char c) {
        return !PlainText.steers(c) && !Character.isSurrogate(c);
    }

    /** {@code ; did you mean "x"?}, or nothing when no candidate is near. */
    public static String didYouMean(String found, Collection<String> candidates) {
        return nearest(found, candidates)
                .map(name -> "; did you mean " + Json.quoted(name) + "?")
                .orElse("");
    }

    /** The candidate with the fewest slips between it and what was found, the first of equals; none when all are far off. */
    public static Optional<String> nearest(String found, Collection<String> candidates) {
        if (found.length() < 2 || found.length() > 64 || candidates.size() > CANDIDATES) {
            return Optional.empty();
        }
        String best = null;
        int fewest = Math.max(1, found.length() / 3) + 1;
        for (String candidate : candidates) {
            int slips = slips(
                    found.toLowerCase(java.util.Locale.ROOT), candidate.toLowerCase(java.util.Locale.ROOT), fewest);
            if (slips < fewest) {
                fewest = slips;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Letters added, left out, changed, or swapped with their neighbour, to get from one text to the other (the optimal string
     * alignment distance; Damerau 1964). Gives up at {@code limit}. Cost: the product of the lengths.
     */
    private static int slips(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(last[j] + 1, now[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] reused = before;
            before = last;
            last = now;
            now = reused;
        }
        return last[b.length()];
    }
}
