package roundhouse.topology.types;

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

/** How much a disk holds, bytes: {@code "500GiB"}. */
final class StorageType extends PlainType<Long> {
    private static final String ALLOWED = "an amount with its unit like \"500GiB\", 1B to 1024TiB,";
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB|TiB)");
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
    private static final long MOST = 1L << 50;

    @Override
    public @Nullable Long read(Fields fields, String key) {
        Json value = fields.get(key);
        String written = value instanceof Json.Text(int _, String text) ? text.strip() : "";
        if (parse(written) instanceof Parsed.Value<Long>(Long bytes)) {
            return bytes;
        }
        if (value != null) {
            fields.wrong(key, key + " is " + Json.shown(value) + "; " + ALLOWED + " is allowed");
        }
        return null;
    }

    @Override
    protected Json json(Long bytes) {
        return JsonBuilder.text(format(bytes));
    }

    @Override
    public void check(String key, Long bytes, Checks checks) {
        if (bytes < 1 || bytes > MOST) {
            checks.wrong(key, key + " is " + format(bytes) + "; " + ALLOWED + " is allowed");
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put("type", "string")
                .put("pattern", "^\\s*\\d{1,15}\\s*(B|KiB|MiB|GiB|TiB)\\s*$")
                .build();
    }

    @Override
    public String allowed() {
        return ALLOWED.substring(0, ALLOWED.length() - 1);
    }

    @Override
    protected String format(Long bytes) {
        int unit = 0;
        long amount = bytes;
        while (unit < UNITS.size() - 1 && amount > 0 && amount % 1_024 == 0) {
            amount /= 1_024;
            unit++;
        }
        return amount + UNITS.get(unit);
    }

    @Override
    protected Parsed<Long> parse(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        if (amount.matches()) {
            double bytes = Double.parseDouble(amount.group(1)) * (1L << (10 * UNITS.indexOf(amount.group(2))));
            if (bytes >= 1 && bytes <= MOST) {
                return new Parsed.Value<>((long) bytes);
            }
        }
        return new Parsed.Wrong<>("found " + Json.quoted(text) + "; " + ALLOWED + " is allowed");
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("500GiB");
    }
}
