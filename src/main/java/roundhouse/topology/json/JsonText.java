package roundhouse.topology.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Turns a text into JSON values with lines, or says in one sentence why it is none. */
public final class JsonText {
    private static final int DEEPEST = 32;
    /** A list of 20 MB of ones would need half a gigabyte. */
    private static final int MOST_VALUES = 2_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 8)
                    .maxStringLength(100_000)
                    .maxNameLength(10_000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private static final Map<Pattern, String> WORDS = words();

    private final JsonParser parser;
    private final String text;
    private int values;

    private JsonText(JsonParser parser, String text) {
        this.parser = parser;
        this.text = text;
    }

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        words.put(Pattern.compile("^Non-standard token '(.*?)'.*"), "no number is called $1");
        words.put(Pattern.compile("maybe a \\(non-standard\\) comment\\?.*"), "JSON has no comments");
        words.put(Pattern.compile("\\(CTRL-CHAR, code (\\d+)\\)"), "with code $1");
        words.put(Pattern.compile("\\(\\(?(with code \\d+)\\)"), "$1");
        words.put(Pattern.compile(" ?\\(code \\d+(?: / 0x[0-9a-fA-F]+)?\\)"), "");
        words.put(Pattern.compile(" ?\\(for \\w+ starting at .*"), "");
        words.put(Pattern.compile(": enable `.*"), "");
        words.put(
                Pattern.compile(" ?\\(JSON String, Number.*"),
                " a text, a number, a list, an object, true, false or null");
        words.put(Pattern.compile("expected a valid value"), "expected");
        words.put(Pattern.compile("was expecting"), "expected");
        return words;
    }

    public sealed interface Result {
        record Value(Json json) implements Result {}

        record Wrong(Problem problem) implements Result {}
    }

    public static Result parse(String text) {
        if (text.isBlank()) {
            return new Result.Wrong(new Problem("", 0, "the file is empty; a topology is a JSON object"));
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonText(parser, text).whole();
        }
    }

    private Result whole() {
        boolean complete = false;
        try {
            parser.nextToken();
            Json root = value("", 0);
            complete = true;
            return parser.nextToken() == null
                    ? new Result.Value(root)
                    : new Result.Wrong(new Problem("", line(), "there is more text after the end of the topology"));
        } catch (Stop stop) {
            return new Result.Wrong(stop.problem);
        } catch (UnexpectedEndOfInputException _) {
            return cutShort();
        } catch (StreamConstraintsException e) {
            return new Result.Wrong(new Problem("", line(e), "a text or a number is far too long for a topology"));
        } catch (JacksonException e) {
            return !complete && wasCut(e)
                    ? cutShort()
                    : new Result.Wrong(new Problem("", line(e), "this is not JSON: " + plain(e.getOriginalMessage())));
        }
    }

    /** Whether the text was cut, perhaps in the middle of a number or of {@code true}, {@code false} or {@code null}. */
    private boolean wasCut(JacksonException e) {
        // Jackson does not always throw the exception that is meant for this.
        if (e.getOriginalMessage().startsWith("Unexpected end-of-input")) {
            return true;
        }
        int end = text.stripTrailing().length();
        int start = end;
        while (start > 0
                && (Character.isLetterOrDigit(text.charAt(start - 1)) || "+-.".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start < end
                && text.stripLeading().startsWith("{")
                && e.getLocation() != null
                && e.getLocation().getCharOffset() >= start;
    }

    private Result cutShort() {
        int line = 1
                + Math.toIntExact(
                        text.stripTrailing().chars().filter(c -> c == '\n').count());
        return new Result.Wrong(new Problem("", line, "the file is cut short: it ends in the middle of the topology"));
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    private Json value(String pointer, int depth) {
        int line = line();
        if (depth > DEEPEST) {
            throw new Stop(Problems.problem(
                    "", line, "nested more than " + DEEPEST + " levels deep; a topology needs fewer than 10"));
        }
        if (++values > MOST_VALUES) {
            throw new Stop(Problems.problem("", line, "more than 2,000,000 values; this is too large for a topology"));
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(pointer, depth, line);
            case START_ARRAY -> array(pointer, depth, line);
            case VALUE_STRING -> new Json.Text(line, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(line, parser.getString());
            case VALUE_TRUE -> new Json.Bool(line, true);
            case VALUE_FALSE -> new Json.Bool(line, false);
            case VALUE_NULL -> new Json.Null(line);
            default -> throw new Stop(Problems.problem(pointer, line, "this is not JSON: a value is missing"));
        };
    }

    private Json.Obj object(String pointer, int depth, int line) {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            String step = Json.step(pointer, key);
            Json before = fields.put(key, value(step, depth + 1));
            if (before != null) {
                throw new Stop(Problems.problem(
                        step,
                        keyLine,
                        Json.quoted(key) + " is given twice, first on line " + before.line()
                                + "; a key is allowed once"));
            }
        }
        return new Json.Obj(line, fields);
    }

    private Json.Arr array(String pointer, int depth, int line) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(Json.step(pointer, items.size()), depth + 1));
        }
        return new Json.Arr(line, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The parser's own words without what only programmers read. */
    private static String plain(String message) {
        String text = message;
        for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
            text = word.getKey().matcher(text).replaceAll(word.getValue());
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 200); i++) {
            line.append(Names.printable(text.charAt(i)) ? text.charAt(i) : '?');
        }
        return line.isEmpty() ? "" : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    /** Leaves the recursion at the first problem. */
    private static final class Stop extends RuntimeException {
        private final transient Problem problem;

        private Stop(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }
    }
}
