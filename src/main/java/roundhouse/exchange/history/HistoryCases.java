package roundhouse.exchange.history;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import roundhouse.files.InputFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files with several histories: an object with {@code "cases"}, a list of histories in the shape of {@link HistoryFile}, each with an
 * {@code "id"}.
 */
public final class HistoryCases {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private HistoryCases() {}

    /** What the histories are called; none for a file of another shape, or one that cannot be read, which reading it tells. */
    public static List<String> names(Path file) {
        List<String> names = new ArrayList<>();
        try (Reader text = InputFile.text(file, "a history")) {
            walk(text, (name, _) -> !names.add(name));
        } catch (IOException | JacksonException _) {
            return List.of();
        }
        return names;
    }

    /** Reads one, by its name; {@code model} as {@link HistoryFile#read(Path, String)} has it. */
    public static HistoryFile.Result read(Path file, String name, String model) {
        List<JsonNode> found = new ArrayList<>();
        try (Reader text = InputFile.text(file, "a history")) {
            walk(text, (each, history) -> each.equals(name) && found.add(history));
        } catch (IOException e) {
            return new HistoryFile.Result.Refused(String.valueOf(e.getMessage()));
        } catch (JacksonException _) {
            return new HistoryFile.Result.Refused(file + ": this is not JSON, or it is cut short");
        }
        return found.isEmpty()
                ? new HistoryFile.Result.Refused(file + " has no history " + name)
                : HistoryFile.read(
                        file + ", " + name, new StringReader(found.getFirst().toString()), model);
    }

    /** @param isEnough is given each history with its name, until it is */
    private static void walk(Reader text, BiPredicate<String, JsonNode> isEnough) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.START_ARRAY || !name.equals("cases")) {
                    parser.skipChildren();
                    continue;
                }
                for (int place = 1; parser.nextToken() != JsonToken.END_ARRAY; place++) {
                    JsonNode history = parser.readValueAsTree();
                    if (isEnough.test(history.path("id").asString("history " + place), history)) {
                        return;
                    }
                }
            }
        }
    }
}
