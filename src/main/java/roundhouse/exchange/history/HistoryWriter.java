package roundhouse.exchange.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.ValueTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes histories as {@link HistoryFile} reads them: a line that says the model, and a line for each operation. */
public final class HistoryWriter {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private HistoryWriter() {}

    /** Those of each model, for a file has one, in the order in which the models come first. */
    public static SequencedMap<ModelKind, SequencedMap<String, OperationHistory>> byModel(
            SequencedMap<String, OperationHistory> stores) {
        SequencedMap<ModelKind, SequencedMap<String, OperationHistory>> models = new LinkedHashMap<>();
        stores.forEach((store, history) -> models.computeIfAbsent(history.model(), _ -> new LinkedHashMap<>())
                .put(store, history));
        return models;
    }

    /**
     * The histories of stores of one model, by their ids; of several each key begins with its store's. Times are nanoseconds.
     *
     * @param to is not closed
     */
    public static void write(SequencedMap<String, OperationHistory> stores, Writer to) throws IOException {
        ObjectNode header = MAPPER.createObjectNode();
        Map.Entry<String, OperationHistory> first = stores.firstEntry();
        if (first == null) {
            return;
        }
        header.put("model", first.getValue().model().key());
        header.set("initial", json(first.getValue(), first.getValue().initial()));
        line(header, to);
        stores.forEach((store, history) -> {
            for (int i = 0; i < history.size(); i++) {
                String key = (stores.size() == 1 ? "" : store + ":") + history.keyName(i);
                try {
                    line(operation(history, i, key), to);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static void line(ObjectNode node, Writer to) throws IOException {
        to.write(MAPPER.writeValueAsString(node));
        to.write('\n');
    }

    private static ObjectNode operation(OperationHistory history, int i, String key) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("client", history.clientName(i));
        line.put("kind", history.kind(i).key());
        line.put("key", key);
        if (history.kind(i) == OperationKind.CAS) {
            ArrayNode pair = line.putArray("argument");
            pair.add(json(history, history.expected(i)));
            pair.add(json(history, history.argument(i)));
        } else {
            line.set("argument", json(history, history.argument(i)));
        }
        line.set("result", history.isKnown(i) ? json(history, history.result(i)) : JsonNodeFactory.instance.nullNode());
        line.put("call", history.call(i));
        line.put("return", history.isKnown(i) ? (@Nullable Long) history.returned(i) : null);
        return line;
    }

    private static JsonNode json(OperationHistory history, int number) {
        return number == ValueTable.NOTHING ? JsonNodeFactory.instance.nullNode() : json(history.value(number));
    }

    private static JsonNode json(Value value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (value) {
            case Value.Nothing _ -> make.nullNode();
            case Value.Whole(long number) -> make.numberNode(number);
            case Value.Truth(boolean truth) -> make.booleanNode(truth);
            case Value.Text(String text) -> make.stringNode(text);
            case Value.Many(var items) -> {
                ArrayNode array = make.arrayNode();
                items.forEach(item -> array.add(json(item)));
                yield array;
            }
        };
    }
}
