package roundhouse.topology.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a line that is typed. A word with space in it, or a quote, is written in quotes: {@code "eu west" 3}. */
public final class TypedWords {
    private static final Pattern WORD = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*\"|\\S)+");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLAIN = Pattern.compile("[^\\s\"\\\\]+");

    private TypedWords() {}

    /** The word as it is to be typed. */
    public static String write(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The words of a line, without their quotes. */
    public static List<String> read(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(QUOTED.matcher(word.group())
                    .replaceAll(
                            quoted -> Matcher.quoteReplacement(quoted.group(1).replaceAll("\\\\(.)", "$1"))));
        }
        return words;
    }
}
