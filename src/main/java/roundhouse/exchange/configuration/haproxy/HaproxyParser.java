package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import roundhouse.topology.json.Problem;

/** Parts a configuration into sections, lines and words, by section 2.2 of HAProxy's configuration manual. */
final class HaproxyParser {
    private static final Set<String> SECTIONS = Set.of(
            "global",
            "defaults",
            "frontend",
            "backend",
            "listen",
            "peers",
            "resolvers",
            "mailers",
            "userlist",
            "program",
            "cache",
            "ring",
            "http-errors",
            "log-forward",
            "fcgi-app");

    private final List<HaproxySection> sections = new ArrayList<>();

    /** Either sections or a problem. */
    sealed interface Result {
        record Sections(List<HaproxySection> sections) implements Result {}

        record Wrong(Problem problem) implements Result {}
    }

    static Result parse(String text) {
        HaproxyParser parser = new HaproxyParser();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.indexOf('\0') >= 0) {
                return new Result.Wrong(new Problem("", number, "this is no text"));
            }
            List<String> words = new ArrayList<>();
            String wrong = words(line, words);
            if (!wrong.isEmpty()) {
                return new Result.Wrong(new Problem("", number, wrong));
            }
            if (!words.isEmpty()) {
                String outside = parser.add(new HaproxyLine(number, words, line.strip()));
                if (!outside.isEmpty()) {
                    return new Result.Wrong(new Problem("", number, outside));
                }
            }
        }
        return new Result.Sections(parser.sections);
    }

    private String add(HaproxyLine line) {
        if (SECTIONS.contains(line.keyword())) {
            sections.add(new HaproxySection(line, new ArrayList<>()));
        } else if (sections.isEmpty()) {
            return "a section is missing before this line; a configuration of HAProxy begins with one like global or defaults";
        } else {
            sections.getLast().lines().add(line);
        }
        return "";
    }

    /** Adds the words of a line; says what is wrong with it, or nothing. */
    private static String words(String line, List<String> words) {
        StringBuilder word = new StringBuilder();
        boolean within = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == '\'' ? c == '\'' : quote == '"' && c == '"') {
                quote = 0;
            } else if (quote == '\'') {
                word.append(c);
            } else if (c == '\\' && i + 1 < line.length()) {
                word.append(escaped(line.charAt(++i)));
                within = true;
            } else if (quote == '"') {
                word.append(c);
            } else if (c == '\'' || c == '"') {
                quote = c;
                within = true;
            } else if (c == '#') {
                break;
            } else if (Character.isWhitespace(c)) {
                if (within) {
                    words.add(word.toString());
                    word.setLength(0);
                    within = false;
                }
            } else {
                word.append(c);
                within = true;
            }
        }
        if (quote != 0) {
            return "a quote that begins on this line does not end on it";
        }
        if (within) {
            words.add(word.toString());
        }
        return "";
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
