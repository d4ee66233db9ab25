package roundhouse.topology.nodes.calls;

import roundhouse.topology.forms.DottedWords;
import roundhouse.topology.forms.TypedWords;
import roundhouse.topology.json.Json;
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
        int end = trimmed.indexOf(' ') < 0 ? trimmed.length() : trimmed.indexOf(' ');
        Json.Obj object = DottedWords.read(TO, trimmed.substring(0, end), trimmed.substring(end));
        if (object == null) {
            return new Parsed.Wrong<>("found \"" + trimmed
                    + "\"; a call is written like \"stock count=3 parallel=true breaker.in-a-row=5\"");
        }
        Problems problems = new Problems();
        Fields fields = Fields.of(object, "", problems, "a call");
        ServiceCall call = fields == null ? null : ServiceCall.SETTINGS.read(fields);
        if (call != null && problems.isEmpty()) {
            ServiceCall.SETTINGS.check(call, new Checks("", "a call", problems));
        }
        return call == null || !problems.isEmpty()
                ? new Parsed.Wrong<>(problems.inOrder().getFirst().message())
                : new Parsed.Value<>(call);
    }

    @Override
    public String example() {
        return "stock timeout=200ms\nprices count=3 parallel=true retries.attempts=3";
    }
}
