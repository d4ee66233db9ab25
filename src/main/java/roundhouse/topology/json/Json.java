package roundhouse.topology.json;

import java.util.List;
import java.util.Map;

/** A JSON value that remembers the line it began on; 0 for one that was not read from a text. */
public sealed interface Json {
    int line();

    /** Keys keep their order. */
    record Obj(int line, Map<String, Json> fields) implements Json {}

    record Arr(int line, List<Json> items) implements Json {}

    record Text(int line, String value) implements Json {}

    /** A number as it was written. */
    record Num(int line, String literal) implements Json {}

    record Bool(int line, boolean value) implements Json {}

    record Null(int line) implements Json {}

    /** The step from a value to one of its parts, as JSON pointers write it. */
    static String step(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    static String step(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** The line of what a pointer names, or of the nearest thing around it that is there. */
    static int lineOf(Json root, String pointer) {
        Json at = root;
        for (String escaped : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
            String step = escaped.replace("~1", "/").replace("~0", "~");
            Json next = switch (at) {
                case Obj object -> object.fields().get(step);
                case Arr array
                when step.matches("\\d{1,9}")
                        && Integer.parseInt(step) < array.items().size() ->
                    array.items().get(Integer.parseInt(step));
                default -> null;
            };
            if (next == null) {
                break;
            }
            at = next;
        }
        return at.line();
    }

    /** A value as a message shows it: on one line, and not too long. */
    static String shown(Json value) {
        return switch (value) {
            case Obj _ -> "an object";
            case Arr _ -> "a list";
            case Text text -> quoted(text.value());
            case Num number -> shortened(number.literal());
            case Bool bool -> String.valueOf(bool.value());
            case Null _ -> "null";
        };
    }

    /** A text in quotes as a message shows it: on one line, and not too long. */
    static String quoted(String text) {
        StringBuilder plain = new StringBuilder("\"");
        String cut = shortened(text);
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            plain.append(Names.printable(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return plain.append('"').toString();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
