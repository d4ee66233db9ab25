package roundhouse.topology.nodes.guarding;

import java.util.List;
import roundhouse.limits.Quota;
import roundhouse.topology.forms.DottedWords;
import roundhouse.topology.forms.TypedWords;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.types.RecordItem;

/** A limit; on a line of a form its type and then what is not as usual: {@code leaky-bucket rate=50/s burst=100 delay=none}. */
final class LimitItem extends RecordItem<Limit> {
    private static final String TYPE = "type";
    /** Settings that are texts, whatever they look like. */
    private static final List<String> TEXTS = List.of("name", "header", "value");

    LimitItem() {
        super(Limit.SETTINGS);
    }

    /** What it does, in few words: {@code leaky-bucket 50/s per address}. */
    static String words(Limit limit) {
        StringBuilder words = new StringBuilder(limit.kind().key());
        Quota rate = limit.rate();
        if (rate != null) {
            words.append(' ').append(QuotaText.format(rate));
        }
        if (limit.most() != null) {
            words.append(' ').append(limit.most());
        }
        if (limit.priority() != null) {
            words.append(' ').append(limit.priority());
        }
        if (limit.kind().isKeyed() && limit.per() != LimitPer.ALL) {
            words.append(" per ")
                    .append(
                            limit.per() == LimitPer.HEADER
                                    ? limit.header()
                                    : limit.per().key());
        }
        if (limit.from() != null) {
            words.append(" from ").append(limit.from());
        }
        if (limit.methods() != null) {
            words.append(" of ").append(limit.methods());
        }
        if (limit.path() != null) {
            words.append(" on ").append(limit.path());
        }
        if (limit.value() != null) {
            words.append(" with ").append(limit.header()).append(": ").append(limit.value());
        }
        return words.toString();
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference("limit", () -> Limit.SETTINGS.schema(definitions));
    }

    @Override
    public String plural() {
        return "limits";
    }

    @Override
    public String line(Limit limit) {
        String others = DottedWords.write(Limit.SETTINGS.json(limit), TYPE);
        return TypedWords.write(limit.kind().key()) + (others.isEmpty() ? "" : " " + others);
    }

    @Override
    public Parsed<Limit> parse(String line) {
        String trimmed = line.strip();
        int end = trimmed.indexOf(' ') < 0 ? trimmed.length() : trimmed.indexOf(' ');
        Json.Obj object = DottedWords.read(TYPE, trimmed.substring(0, end), trimmed.substring(end));
        if (object == null) {
            return new Parsed.Wrong<>("found \"" + trimmed
                    + "\"; a limit is written like \"leaky-bucket rate=50/s burst=100 per=address\"");
        }
        TEXTS.forEach(key -> object.fields().computeIfPresent(key, (_, value) -> text(value)));
        Problems problems = new Problems();
        Fields fields = Fields.of(object, "", problems, "a limit");
        Limit limit = fields == null ? null : Limit.SETTINGS.read(fields);
        if (limit != null && problems.isEmpty()) {
            Limit.SETTINGS.check(limit, new Checks("", "a limit", problems));
        }
        return limit == null || !problems.isEmpty()
                ? new Parsed.Wrong<>(problems.inOrder().getFirst().message())
                : new Parsed.Value<>(limit);
    }

    private static Json text(Json value) {
        return switch (value) {
            case Json.Num number -> new Json.Text(0, number.literal());
            case Json.Bool bool -> new Json.Text(0, String.valueOf(bool.value()));
            default -> value;
        };
    }

    @Override
    public String example() {
        return "allow from=10.0.0.0/8\nleaky-bucket rate=50/s burst=100 delay=none\nconcurrency most=20\ndeny path=/admin/*";
    }
}
