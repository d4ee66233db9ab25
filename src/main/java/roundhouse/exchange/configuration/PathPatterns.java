package roundhouse.exchange.configuration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import roundhouse.routing.PathPattern;

/**
 * Regular expressions of paths as the patterns that rules have: {@code ^/(a|b)(/|$)} means {@code /a/*}, {@code /a}, {@code /b/*} and
 * {@code /b}, and {@code \.(css|js)$} {@code /*.css} and {@code /*.js}. Only those that begin at the beginning or end at the end, and
 * have no more than groups, alternatives, parts that may be missing and one of anything.
 */
public final class PathPatterns {
    private static final int MOST = 50;
    /** In a text: it ends there. */
    private static final char END = '\n';
    /** In a text: whatever follows. */
    private static final char ANY = '*';

    private final String regex;
    private int at;

    private PathPatterns(String regex) {
        this.regex = regex;
    }

    /** What is more than such patterns can say. */
    private static final class NoPatternException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Patterns that together match the paths that the expression does.
     *
     * @param whole whether it must match the whole path, as if it ended with a dollar sign; otherwise only what it begins with
     * @return none where there are no such patterns
     */
    public static List<String> of(String regex, boolean whole) {
        boolean anchored = regex.startsWith("^");
        // What may begin anywhere comes after anything.
        String before = anchored || whole ? "" : String.valueOf(ANY);
        try {
            PathPatterns parser = new PathPatterns(anchored ? regex.substring(1) : regex);
            List<String> texts = parser.alternatives();
            if (parser.at < parser.regex.length()) {
                return List.of();
            }
            Set<String> patterns = new LinkedHashSet<>();
            for (String text : texts) {
                patterns.add(pattern(before + (whole ? text + END : text)));
            }
            return List.copyOf(patterns);
        } catch (NoPatternException _) {
            return List.of();
        }
    }

    private static String pattern(String text) throws NoPatternException {
        int end = text.indexOf(END);
        String known = (end < 0 ? text + ANY : text.substring(0, end)).replaceAll("\\*+", "*");
        String pattern = known.startsWith("*") ? "/" + known : known;
        if (!PathPattern.isPattern(pattern) || (pattern.equals("/*") && !known.equals("/*"))) {
            throw new NoPatternException();
        }
        return pattern;
    }

    private List<String> alternatives() throws NoPatternException {
        List<String> all = new ArrayList<>(sequence());
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return bounded(all);
    }

    private List<String> sequence() throws NoPatternException {
        List<String> texts = List.of("");
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            List<String> next = atom();
            if (at < regex.length() && regex.charAt(at) == '?') {
                at++;
                next = new ArrayList<>(next);
                next.add("");
            }
            List<String> longer = new ArrayList<>();
            for (String text : texts) {
                for (String more : next) {
                    longer.add(text + more);
                }
            }
            texts = bounded(longer);
        }
        return texts;
    }

    private List<String> atom() throws NoPatternException {
        char c = regex.charAt(at++);
        return switch (c) {
            case '$' -> List.of(String.valueOf(END));
            case '(' -> group();
            case '.' -> {
                if (!regex.startsWith("*", at)) {
                    throw new NoPatternException();
                }
                at += regex.startsWith("*?", at) ? 2 : 1;
                yield List.of(String.valueOf(ANY));
            }
            case '\\' -> List.of(String.valueOf(escaped()));
            case '[', ']', '{', '}', '*', '+', '?', '^', ' ' -> throw new NoPatternException();
            default -> List.of(String.valueOf(c));
        };
    }

    /** What stands after a backslash: a character that means itself, or one by its code. */
    private char escaped() throws NoPatternException {
        if (regex.substring(at).matches("x[0-9a-fA-F]{2}.*") && regex.charAt(at + 1) != '0') {
            at += 3;
            return (char) Integer.parseInt(regex.substring(at - 2, at), 16);
        }
        if (at == regex.length() || Character.isLetterOrDigit(regex.charAt(at))) {
            throw new NoPatternException();
        }
        return regex.charAt(at++);
    }

    private List<String> group() throws NoPatternException {
        if (regex.startsWith("?:", at)) {
            at += 2;
        } else if (regex.startsWith("?<", at) && regex.indexOf('>', at) > 0 && !regex.startsWith("?<=", at)) {
            at = regex.indexOf('>', at) + 1;
        }
        List<String> texts = alternatives();
        if (at == regex.length() || regex.charAt(at) != ')') {
            throw new NoPatternException();
        }
        at++;
        return texts;
    }

    private static List<String> bounded(List<String> texts) throws NoPatternException {
        if (texts.size() > MOST) {
            throw new NoPatternException();
        }
        return texts;
    }
}
