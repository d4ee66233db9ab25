package roundhouse.workbench.shell.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;

/**
 * Finds what was meant: every letter typed must occur in order. Letters that begin a word count most, letters that follow the one
 * before count more than letters on their own, and among equals the shorter text wins. Cost: the product of the two lengths.
 */
final class Fuzzy {
    private static final int WORD_START = 8;
    private static final int ADJACENT = 5;
    private static final int ALONE = 1;
    /** Words that begin as what was typed go before letters of it here and there. */
    private static final int WORDS = 1_000;

    private static final int NO_MATCH = Integer.MIN_VALUE / 2;

    private Fuzzy() {}

    /**
     * @param text the shorter wins among equals
     * @param score how well a candidate fits what was typed; negative when it does not
     */
    static <T> List<T> rank(
            Collection<T> candidates, Function<T, String> text, ToIntBiFunction<T, String> score, String typed) {
        record Scored<S>(S value, int score, int length) {}

        return candidates.stream()
                .map(value -> new Scored<>(
                        value, score.applyAsInt(value, typed), text.apply(value).length()))
                .filter(scored -> scored.score >= 0)
                .sorted(Comparator.<Scored<T>>comparingInt(scored -> -scored.score)
                        .thenComparingInt(typed.isBlank() ? _ -> 0 : Scored::length))
                .map(Scored::value)
                .toList();
    }

    /**
     * As {@link #score}, where every word typed must begin a word of the text, or of further ones that count less; negative when one does
     * not.
     */
    static int words(String text, String further, String typed) {
        String said = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
        String also = " " + further.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
        int score = WORDS;
        for (String word : typed.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+", -1)) {
            boolean main = said.contains(" " + word);
            if (!main && !also.contains(" " + word)) {
                return NO_MATCH;
            }
            score += (main ? WORD_START : ALONE) + word.length() * ADJACENT;
        }
        return score;
    }

    /** How well a text fits; negative when it does not. */
    static int score(String text, String typed) {
        String pattern = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String lower = text.toLowerCase(Locale.ROOT);
        // best[j]: the best score of the pattern so far with its last letter at j of the text.
        int[] best = new int[lower.length()];
        for (int i = 0; i < pattern.length(); i++) {
            int[] next = new int[lower.length()];
            int before = i == 0 ? 0 : NO_MATCH;
            for (int j = 0; j < lower.length(); j++) {
                next[j] = NO_MATCH;
                if (lower.charAt(j) == pattern.charAt(i)) {
                    boolean start = j == 0 || !Character.isLetterOrDigit(lower.charAt(j - 1));
                    int follows = i > 0 && j > 0 ? best[j - 1] + ADJACENT : NO_MATCH;
                    next[j] = Math.max(before + (start ? WORD_START : ALONE), follows + (start ? WORD_START : 0));
                }
                if (i > 0) {
                    before = Math.max(before, best[j]);
                }
            }
            best = next;
        }
        if (pattern.isEmpty()) {
            return 0;
        }
        int score = NO_MATCH;
        for (int value : best) {
            score = Math.max(score, value);
        }
        return score;
    }
}
