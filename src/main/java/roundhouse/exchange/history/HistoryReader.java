package roundhouse.exchange.history;

import java.io.Reader;
import java.util.EnumSet;
import java.util.Set;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one history, an operation at a time, so that of a long file only the columns are held. */
final class HistoryReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HistoryRecorder recorder = new HistoryRecorder();
    private final Set<OperationKind> kinds = EnumSet.noneOf(OperationKind.class);
    private final boolean isModelGiven;
    private String model;
    private Value initial = Value.NOTHING;

    /** A history that cannot be used; the message begins behind the name of its file. */
    static final class WrongException extends RuntimeException {
        WrongException(int line, String message) {
            super((line > 0 ? ", line " + line : "") + ": " + message, null, false, false);
        }
    }

    HistoryReader(String model) {
        this.model = model;
        isModelGiven = !model.isEmpty();
    }

    OperationHistory read(Reader text) {
        boolean isAny = false;
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw new WrongException(
                            line(parser), "a history is an object with \"operations\", or a line of JSON for each");
                }
                object(parser);
                isAny = true;
            }
        }
        if (!isAny) {
            throw new WrongException(0, "the file is empty");
        }
        return recorder.history(modelOf(), initial);
    }

    private ModelKind modelOf() {
        if (model.isEmpty()) {
            return ModelKind.fitting(kinds)
                    .orElseThrow(() -> new WrongException(
                            0, "no model has all of its kinds of operation, " + OperationKind.keys(kinds)));
        }
        ModelKind kind = ModelKind.of(model)
                .orElseThrow(() -> new WrongException(
                        0, "the model \"" + model + "\" is not known; one of " + String.join(", ", ModelKind.keys())));
        Set<OperationKind> others = EnumSet.noneOf(OperationKind.class);
        kinds.stream().filter(each -> !kind.kinds().contains(each)).forEach(others::add);
        if (!others.isEmpty()) {
            throw new WrongException(
                    0,
                    "a " + kind.key() + " has no " + OperationKind.keys(others) + "; it has "
                            + OperationKind.keys(kind.kinds()));
        }
        return kind;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** A whole file with its operations, a line that says the model, or a line with one operation. */
    private void object(JsonParser parser) {
        int line = line(parser);
        OperationFields fields = new OperationFields(line);
        boolean isHeader = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("operations") && token == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    int at = line(parser);
                    OperationFields operation = new OperationFields(at);
                    operation.setAll(parser.readValueAsTree());
                    operation.record(recorder, kinds);
                }
                isHeader = true;
            } else {
                JsonNode value = parser.readValueAsTree();
                isHeader |= header(name, value, line);
                fields.set(name, value);
            }
        }
        if (!isHeader || fields.isOperation()) {
            fields.record(recorder, kinds);
        }
    }

    private boolean header(String name, JsonNode value, int line) {
        if (name.equals("model")) {
            model = isModelGiven ? model : value.asString("");
            return true;
        }
        if (name.equals("initial")) {
            initial = OperationFields.value(value, line);
            return true;
        }
        return false;
    }
}
