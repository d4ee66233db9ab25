package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import roundhouse.files.PlainText;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.CounterExample;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.checking.OperationWords;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.lanes.HistoryLanes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a check of a history found, as text or JSON. */
public final class HistoryReport {
    private final OperationHistory history;
    private final Check check;
    private final OptionalLong bound;
    private final HistoryVerdict verdict;

    public HistoryReport(OperationHistory history, Check check, OptionalLong bound, HistoryVerdict verdict) {
        this.history = history;
        this.check = check;
        this.bound = bound;
        this.verdict = verdict;
    }

    public String text() {
        String asked = check.key() + (bound.isPresent() ? " within " + amount(bound.getAsLong()) : "");
        return switch (verdict) {
            case HistoryVerdict.Holds(OptionalLong least) ->
                asked + (least.isPresent() ? " within " + amount(least.getAsLong()) : "") + ": holds; " + counted()
                        + "\n";
            case HistoryVerdict.Unknown unknown -> asked + ": unknown; " + unknown.why() + " of " + counted() + "\n";
            case HistoryVerdict.Broken(CounterExample example) ->
                asked + ": broken; " + counted() + "\n" + text(example);
        };
    }

    private String amount(long number) {
        return check == Check.K_ATOMIC ? number + (number == 1 ? " version" : " versions") : Long.toString(number);
    }

    private String counted() {
        return ReportFigures.count(history.size()) + (history.size() == 1 ? " operation" : " operations") + " of "
                + history.clients() + (history.clients() == 1 ? " client" : " clients") + ", model "
                + history.model().key();
    }

    private static String text(CounterExample example) {
        OperationHistory few = example.operations();
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"", "CLIENT", "KEY", "OPERATION", "CALL", "RETURN", ""});
        for (int i = 0; i < few.size(); i++) {
            rows.add(new String[] {
                "(" + (i + 1) + ")",
                PlainText.of(few.clientName(i)),
                PlainText.of(few.keyName(i)),
                PlainText.of(OperationWords.told(few, i)),
                Long.toString(few.call(i)),
                few.isKnown(i) ? Long.toString(few.returned(i)) : "unknown",
                example.needed().get(i) ? "" : "whether it happened or not"
            });
        }
        StringBuilder text = new StringBuilder("\nThese cannot all be right, whatever else happened:\n");
        text.append(TextTable.of(rows, 4, 2)).append('\n');
        text.append("In time, not to scale (✕ would be wrong next, ▷ nobody was told the outcome):\n");
        text.append(TextLanes.of(HistoryLanes.of(example))).append('\n');
        example.why().forEach(sentence -> text.append(PlainText.of(sentence)).append('\n'));
        return text.toString();
    }

    public String json() {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        root.put("check", check.key());
        root.put("model", history.model().key());
        root.put("operations", history.size());
        root.put("clients", history.clients());
        bound.ifPresent(most -> root.put("bound", most));
        switch (verdict) {
            case HistoryVerdict.Holds(OptionalLong least) -> {
                root.put("verdict", "holds");
                least.ifPresent(value -> root.put("least", value));
            }
            case HistoryVerdict.Unknown(long looked, String why) ->
                root.put("verdict", "unknown").put("looked", looked).put("why", why);
            case HistoryVerdict.Broken(CounterExample example) -> {
                root.put("verdict", "broken");
                put(root.putObject("counter-example"), example);
            }
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode node, CounterExample example) {
        OperationHistory few = example.operations();
        ArrayNode operations = node.putArray("operations");
        for (int i = 0; i < few.size(); i++) {
            ObjectNode operation = operations.addObject();
            operation.put("client", few.clientName(i));
            operation.put("kind", few.kind(i).key());
            operation.put("key", few.keyName(i));
            if (few.kind(i) == OperationKind.CAS) {
                ArrayNode pair = operation.putArray("argument");
                add(pair, few.value(few.expected(i)));
                add(pair, few.value(few.argument(i)));
            } else {
                put(operation, "argument", few.value(few.argument(i)));
            }
            put(operation, "result", few.value(few.result(i)));
            operation.put("call", few.call(i));
            if (few.isKnown(i)) {
                operation.put("return", few.returned(i));
            } else {
                operation.putNull("return");
            }
            operation.put("needed", example.needed().get(i));
        }
        ArrayNode why = node.putArray("why");
        example.why().forEach(why::add);
    }

    private static void put(ObjectNode object, String name, Value value) {
        ArrayNode one = object.arrayNode();
        add(one, value);
        object.set(name, one.get(0));
    }

    private static void add(ArrayNode list, Value value) {
        switch (value) {
            case Value.Nothing _ -> list.addNull();
            case Value.Whole(long number) -> list.add(number);
            case Value.Truth(boolean truth) -> list.add(truth);
            case Value.Text(String text) -> list.add(text);
            case Value.Many(List<Value> items) -> {
                ArrayNode many = list.addArray();
                items.forEach(item -> add(many, item));
            }
        }
    }
}
