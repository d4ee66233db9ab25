package roundhouse.topology.json;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Prints JSON for people and for diffs: what fits on a line stands on one, and the lists of the top level have one entry a line
 * even where more would fit, so that a change to one node changes one line.
 */
public final class JsonPrinter {
    private static final int WIDTH = 140;
    private static final Set<String> ALWAYS_BROKEN =
            Set.of("nodes", "links", "scenario", "expect", "regions", "layout", "annotations");

    private final StringBuilder out = new StringBuilder();

    private JsonPrinter() {}

    public static String print(Json.Obj root) {
        JsonPrinter printer = new JsonPrinter();
        printer.out.append("{");
        String separator = "\n  ";
        for (Map.Entry<String, Json> field : root.fields().entrySet()) {
            printer.out.append(separator);
            printer.key(field.getKey());
            printer.block(field.getValue(), 2, ALWAYS_BROKEN.contains(field.getKey()));
            separator = ",\n  ";
        }
        return printer.out.append("\n}\n").toString();
    }

    /** All on one line, without its end. */
    public static String printLine(Json value) {
        JsonPrinter printer = new JsonPrinter();
        printer.line(value, Integer.MAX_VALUE);
        return printer.out.toString();
    }

    /** The value at the end of the line so far, over several lines when it must or is too long for one. */
    private void block(Json value, int indent, boolean broken) {
        int start = out.length();
        boolean leaf = isLeaf(value);
        if (leaf || !broken) {
            int longest = start + WIDTH - indent;
            line(value, longest);
            if (leaf || out.length() <= longest) {
                return;
            }
            out.setLength(start);
        }
        String end = "\n" + " ".repeat(indent);
        String separator = end + "  ";
        switch (value) {
            case Json.Obj object -> {
                out.append("{");
                for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                    out.append(separator);
                    key(field.getKey());
                    block(field.getValue(), indent + 2, false);
                    separator = "," + end + "  ";
                }
                out.append(end).append("}");
            }
            case Json.Arr array -> {
                out.append("[");
                for (Json item : array.items()) {
                    out.append(separator);
                    block(item, indent + 2, false);
                    separator = "," + end + "  ";
                }
                out.append(end).append("]");
            }
            default -> throw new IllegalStateException("leaves are never broken");
        }
    }

    private static boolean isLeaf(Json value) {
        return switch (value) {
            case Json.Obj object -> object.fields().isEmpty();
            case Json.Arr array -> array.items().isEmpty();
            default -> true;
        };
    }

    /** Stops in the middle of a value that makes the text longer than that. */
    private void line(Json value, int longest) {
        switch (value) {
            case Json.Obj object -> {
                out.append("{");
                Iterator<Map.Entry<String, Json>> fields =
                        object.fields().entrySet().iterator();
                while (fields.hasNext() && out.length() <= longest) {
                    Map.Entry<String, Json> field = fields.next();
                    out.append(" ");
                    key(field.getKey());
                    line(field.getValue(), longest);
                    out.append(fields.hasNext() ? "," : " ");
                }
                out.append("}");
            }
            case Json.Arr array -> {
                out.append("[");
                Iterator<Json> items = array.items().iterator();
                while (items.hasNext() && out.length() <= longest) {
                    line(items.next(), longest);
                    out.append(items.hasNext() ? ", " : "");
                }
                out.append("]");
            }
            case Json.Text text -> string(text.value());
            case Json.Num number -> out.append(number.literal());
            case Json.Bool bool -> out.append(bool.value());
            case Json.Null _ -> out.append("null");
        }
    }

    private void key(String key) {
        string(key);
        out.append(": ");
    }

    private void string(String value) {
        out.append('"');
        if (isPlain(value)) {
            out.append(value);
        } else {
            out.append(JsonStringEncoder.getInstance().quoteAsCharArray(value));
        }
        out.append('"');
    }

    /** Nearly every text stands in JSON as it is. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
