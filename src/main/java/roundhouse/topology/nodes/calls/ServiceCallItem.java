package roundhouse.topology.nodes.calls;

import java.util.Objects;
import roundhouse.topology.forms.DottedWords;
import roundhouse.topology.forms.TypedWords;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.types.RecordItem;

/** A call; on a line of a form whom and then what is not as usual: {@code stock count=3 parallel=true breaker.in-a-row=5}. */
final class ServiceCallItem extends RecordItem<ServiceCall> {
    private static final String TO = "to";

    ServiceCallItem() {
        super(ServiceCall.SETTINGS);
    }

    @Override
    public String plural() {
        return "calls";
    }

    @Override
    public String line(ServiceCall call) {
        String others = DottedWords.write(ServiceCall.SETTINGS.json(call), TO);
        return TypedWords.write(call.to()) + (others.isEmpty() ? "" : " " + others);
    }

    @Override
    public Parsed<ServiceCall> parse(String line) {
        String trimmed = line.strip();
        String to = trimmed.split(" ", 2)[0];
        Json.Obj object = Names.isId(to) ? DottedWords.read(TO, to, trimmed.substring(to.length())) : null;
        if (object == null) {
            return new Parsed.Wrong<>("found \"" + trimmed
                    + "\"; a call is written like \"stock count=3 parallel=true breaker.in-a-row=5\"");
        }
        Problems problems = new Problems();
        Fields fields = Objects.requireNonNull(Fields.of(object, "", problems, "a call"));
        ServiceCall call = ServiceCall.SETTINGS.read(fields);
        if (problems.isEmpty()) {
            ServiceCall.SETTINGS.check(call, new Checks("", "a call", problems));
        }
        return problems.isEmpty()
                ? new Parsed.Value<>(call)
                : new Parsed.Wrong<>(problems.inOrder().getFirst().message());
    }

    @Override
    public String example() {
        return "stock timeout=200ms\nprices count=3 parallel=true retries.attempts=3";
    }
}
