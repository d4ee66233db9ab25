package roundhouse.topology.nodes.data;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.types.PlainType;

/** A number of entries, or an amount of memory with its unit: {@code 1000}, {@code "64MiB"}. */
final class CacheCapacityType extends PlainType<CacheCapacity> {
    static final String ALLOWED =
            "entries, a whole number from 0 to 10,000,000, or an amount of memory like \"64MiB\", up to 1024GiB,";

    private static final Pattern ENTRIES = Pattern.compile("\\d{1,12}");
    private static final Pattern MEMORY = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB)");
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB");

    @Override
    public @Nullable CacheCapacity read(Fields fields, String key) {
        Json value = fields.get(key);
        String written = switch (value) {
            case Json.Num(int _, String literal) -> ENTRIES.matcher(literal).matches() ? literal : "";
            case Json.Text(int _, String text) -> MEMORY.matcher(text.strip()).matches() ? text.strip() : "";
            case null, default -> "";
        };
        if (parse(written) instanceof Parsed.Value<CacheCapacity>(CacheCapacity capacity)) {
            return capacity;
        }
        if (value != null) {
            fields.wrong(key, key + " is " + Json.shown(value) + "; " + ALLOWED + " is allowed");
        }
        return null;
    }

    @Override
    protected Json json(CacheCapacity value) {
        return value.inBytes() ? JsonBuilder.text(format(value)) : JsonBuilder.number((double) value.amount());
    }

    @Override
    public void check(String key, CacheCapacity value, Checks checks) {
        String problem = value.problem();
        if (problem != null) {
            checks.wrong(key, key + " is " + format(value) + "; " + problem + " is allowed");
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put(
                        "anyOf",
                        JsonBuilder.array(List.of(
                                new JsonBuilder()
                                        .put("type", "integer")
                                        .put("minimum", 0)
                                        .put("maximum", (int) CacheCapacity.MOST_ENTRIES)
                                        .build(),
                                new JsonBuilder()
                                        .put("type", "string")
                                        .put("pattern", "^\\s*\\d{1,15}\\s*(B|KiB|MiB|GiB)\\s*$")
                                        .build())))
                .build();
    }

    @Override
    public String allowed() {
        return ALLOWED.substring(0, ALLOWED.length() - 1);
    }

    @Override
    protected String format(CacheCapacity value) {
        if (!value.inBytes()) {
            return Long.toString(value.amount());
        }
        int unit = 0;
        long amount = value.amount();
        while (unit < UNITS.size() - 1 && amount > 0 && amount % 1_024 == 0) {
            amount /= 1_024;
            unit++;
        }
        return amount + UNITS.get(unit);
    }

    @Override
    protected Parsed<CacheCapacity> parse(String text) {
        Matcher memory = MEMORY.matcher(text);
        CacheCapacity capacity = null;
        if (ENTRIES.matcher(text).matches()) {
            capacity = CacheCapacity.ofEntries(Long.parseLong(text));
        } else if (memory.matches()) {
            double bytes = Double.parseDouble(memory.group(1)) * (1L << (10 * UNITS.indexOf(memory.group(2))));
            capacity = bytes > CacheCapacity.MOST_BYTES ? null : CacheCapacity.ofBytes((long) bytes);
        }
        return capacity != null && capacity.problem() == null
                ? new Parsed.Value<>(capacity)
                : new Parsed.Wrong<>("found " + Json.quoted(text) + "; " + ALLOWED + " is allowed");
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("1000");
    }
}
