package roundhouse.exchange.configuration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonText;

/**
 * What an exported configuration cannot say stands in comments that begin with {@code #:}, in every language. A line of its own has a
 * word and a JSON object: {@code topology}, {@code node}, {@code store} and {@code link} in whole, {@code rest-of-node} and
 * {@code rest-of-link} what is to be added to what the configuration says; lines that begin with {@code #:+} go on with it. At the end of another line such a comment names things, as the
 * format wants it. Files without such comments have no remarks.
 */
public final class Remarks {
    /** How a comment begins that is a remark. */
    public static final String MARK = "#: ";

    /** How a line goes on with the remark before it. */
    private static final String FURTHER = "#:+";

    /** Bytes of a line: nginx takes no comment of more than 4,096. */
    private static final int LONGEST = 4_000;
    /** Characters of each part of a line that is longer; a character has at most four bytes. */
    private static final int PART_LENGTH = 1_000;

    static final String REST = "rest-of-";
    /** Before the index of an item of a list that is inserted there; without it something is added to the item there. */
    static final String INSERTED = "+";

    /** After the key of a setting of which the remark has a part only. */
    static final String PART = "+";

    private static final Set<String> WORDS =
            Set.of("topology", "node", "store", "link", "rest-of-node", "rest-of-link");

    /**
     * A line that is nothing but a remark.
     *
     * @param line from 1
     */
    record Whole(int line, String word, Json.Obj value) {}

    private final List<Whole> whole = new ArrayList<>();
    private final Map<Integer, String> trailing = new HashMap<>();
    private final List<LineNote> wrong = new ArrayList<>();

    private Remarks() {}

    /** Finds them, whatever the rest of the text is. */
    public static Remarks of(String text) {
        Remarks remarks = new Remarks();
        int number = 0;
        int began = 0;
        StringBuilder open = new StringBuilder();
        for (String line : text.split("\r?\n", -1)) {
            number++;
            String stripped = line.strip();
            int mark = stripped.lastIndexOf(MARK.strip() + " ");
            if (stripped.startsWith(FURTHER) && began > 0) {
                open.append(
                        line.stripLeading(),
                        FURTHER.length(),
                        line.stripLeading().length());
                continue;
            }
            remarks.close(began, open);
            began = 0;
            if (stripped.startsWith(MARK)) {
                began = number;
                open.append(
                        line.stripLeading(), MARK.length(), line.stripLeading().length());
            } else if (mark > 0) {
                remarks.trailing.put(
                        number, stripped.substring(mark + MARK.length()).strip());
            }
        }
        remarks.close(began, open);
        return remarks;
    }

    private void close(int began, StringBuilder remark) {
        if (began > 0) {
            add(began, remark.toString().strip());
            remark.setLength(0);
        }
    }

    /** A remark as a line of its own, or as several where it is too long for nginx. */
    static String lines(String remark) {
        String line = MARK + remark;
        if (line.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return line;
        }
        StringBuilder lines = new StringBuilder();
        int from = 0;
        while (line.length() - from > PART_LENGTH) {
            int to = from + PART_LENGTH;
            to -= Character.isLowSurrogate(line.charAt(to)) ? 1 : 0;
            lines.append(line, from, to).append('\n').append(FURTHER);
            from = to;
        }
        return lines.append(line, from, line.length()).toString();
    }

    private void add(int line, String remark) {
        int space = remark.indexOf(' ');
        String word = space < 0 ? remark : remark.substring(0, space);
        if (!WORDS.contains(word)) {
            wrong.add(new LineNote(line, Shown.text(MARK + remark), false, "no remark of an export begins so"));
            return;
        }
        switch (JsonText.parse(remark.substring(word.length()))) {
            case JsonText.Result.Value(Json.Obj value) -> whole.add(new Whole(line, word, value));
            case JsonText.Result.Value _ ->
                wrong.add(new LineNote(line, Shown.text(MARK + remark), false, "a JSON object is missing"));
            case JsonText.Result.Wrong(var problem) ->
                wrong.add(new LineNote(line, Shown.text(MARK + remark), false, problem.message()));
        }
    }

    /** Of the lines that are nothing but remarks, in their order. */
    List<Whole> whole() {
        return whole;
    }

    /** Of those that cannot be read. */
    List<LineNote> wrong() {
        return wrong;
    }

    /** What a remark at the end of that line says. */
    public Optional<String> at(int line) {
        return Optional.ofNullable(trailing.get(line));
    }
}
