package roundhouse.exchange.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.storage.history.HistoryNames;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.topology.json.Names;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What a file says of one operation. */
final class OperationFields {
    private static final List<String> NAMES = List.of("client", "kind", "key", "argument", "result", "call", "return");

    private final int line;
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    /** @param line where it begins in the file; 0 where that is not known */
    OperationFields(int line) {
        this.line = line;
    }

    /** Sets one by its name; others than those of an operation are left out. */
    void set(String name, JsonNode value) {
        if (NAMES.contains(name)) {
            fields.put(name, value);
        }
    }

    /** Sets all of them from a list. */
    void setAll(JsonNode list) {
        if (!list.isArray() || list.size() != NAMES.size()) {
            throw wrong("an operation is a list of seven: " + String.join(", ", NAMES));
        }
        for (int i = 0; i < NAMES.size(); i++) {
            fields.put(NAMES.get(i), list.get(i));
        }
    }

    boolean isOperation() {
        return fields.containsKey("kind");
    }

    void record(HistoryRecorder recorder, Set<OperationKind> kinds) {
        OperationKind kind = kind();
        kinds.add(kind);
        HistoryNames names = recorder.names();
        Value argument = value(get("argument"), line);
        Value find = Value.NOTHING;
        if (kind == OperationKind.CAS) {
            if (!(argument instanceof Value.Many(List<Value> pair)) || pair.size() != 2) {
                throw wrong("the argument of a cas is [FROM, TO]");
            }
            find = pair.get(0);
            argument = pair.get(1);
        }
        long call = time("call");
        int operation = recorder.called(
                names.clients().number(text("client")),
                kind,
                names.keys().number(text("key")),
                names.values().number(find),
                names.values().number(argument),
                call);
        if (get("return").isNull()) {
            return;
        }
        long returned = time("return");
        if (returned < call) {
            throw wrong("it returns at " + returned + ", before it is called at " + call);
        }
        recorder.returned(operation, names.values().number(value(get("result"), line)), returned);
    }

    private JsonNode get(String name) {
        return fields.getOrDefault(name, NullNode.getInstance());
    }

    private OperationKind kind() {
        String name = text("kind");
        return OperationKind.of(name)
                .orElseThrow(() ->
                        wrong("the kind \"" + name + "\" is not known" + Names.didYouMean(name, OperationKind.all())
                                + "; one of " + String.join(", ", OperationKind.all())));
    }

    private String text(String name) {
        JsonNode node = get(name);
        if (node.isNull() || node.isContainer()) {
            throw wrong("an operation needs its " + name + ", a text or a number");
        }
        return node.asString();
    }

    private long time(String name) {
        JsonNode node = get(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong("the " + name + " of an operation is a whole number");
        }
        return node.longValue();
    }

    static Value value(JsonNode node, int line) {
        if (node.isNull()) {
            return Value.NOTHING;
        }
        if (node.isBoolean()) {
            return new Value.Truth(node.booleanValue());
        }
        if (node.isString()) {
            return new Value.Text(node.stringValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new Value.Whole(node.longValue());
        }
        if (node.isArray()) {
            List<Value> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item, line)));
            return new Value.Many(items);
        }
        throw new HistoryReader.WrongException(
                line, "a value is a whole number, a text, true, false, null or a list of such");
    }

    private HistoryReader.WrongException wrong(String message) {
        return new HistoryReader.WrongException(line, message);
    }
}
