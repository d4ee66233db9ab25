package roundhouse.topology.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;

/** A JSON object on one line: {@code key=value} for each setting, {@code key.part=value} for settings of settings, lists with commas. */
public final class DottedWords {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    /** An object or a list with nothing in it. */
    private static final String NOTHING = "as-usual";

    private DottedWords() {}

    /** All but one key. */
    public static String write(Json.Obj object, String but) {
        List<String> words = new ArrayList<>();
        object.fields().forEach((key, value) -> {
            if (!key.equals(but)) {
                write(key, value, words);
            }
        });
        return String.join(" ", words);
    }

    private static void write(String key, Json value, List<String> words) {
        switch (value) {
            case Json.Obj object when object.fields().isEmpty() -> words.add(key + "=" + NOTHING);
            case Json.Obj object -> object.fields().forEach((part, its) -> write(key + "." + part, its, words));
            case Json.Arr array -> {
                List<String> items = new ArrayList<>();
                array.items().forEach(item -> items.add(word(item)));
                words.add(key + "=[" + String.join(",", items) + "]");
            }
            default -> words.add(key + "=" + TypedWords.write(word(value)));
        }
    }

    private static String word(Json value) {
        return switch (value) {
            case Json.Text text -> text.value();
            case Json.Num number -> number.literal();
            case Json.Bool bool -> String.valueOf(bool.value());
            default -> "null";
        };
    }

    /** The object of such a line, with that text in the first place; null when a word is no setting. */
    public static Json.@Nullable Obj read(String firstKey, String first, String line) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(firstKey, new Json.Text(0, first));
        for (String word : TypedWords.read(line)) {
            int equals = word.indexOf('=');
            if (equals < 1 || !put(fields, word.substring(0, equals), word.substring(equals + 1))) {
                return null;
            }
        }
        return new Json.Obj(0, fields);
    }

    private static boolean put(Map<String, Json> fields, String key, String value) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return fields.put(key, json(value)) == null;
        }
        Json whole = fields.computeIfAbsent(key.substring(0, dot), _ -> new Json.Obj(0, new LinkedHashMap<>()));
        return whole instanceof Json.Obj object && put(object.fields(), key.substring(dot + 1), value);
    }

    private static Json json(String value) {
        if (value.equals(NOTHING)) {
            return new Json.Obj(0, new LinkedHashMap<>());
        }
        if (value.startsWith("[") && value.endsWith("]")) {
            String items = value.substring(1, value.length() - 1);
            List<Json> list = new ArrayList<>();
            for (String item : items.isEmpty() ? new String[0] : items.split(",", -1)) {
                list.add(json(item));
            }
            return new Json.Arr(0, list);
        }
        if (value.equals("true") || value.equals("false")) {
            return new Json.Bool(0, Boolean.parseBoolean(value));
        }
        return NUMBER.matcher(value).matches() ? new Json.Num(0, value) : new Json.Text(0, value);
    }
}
