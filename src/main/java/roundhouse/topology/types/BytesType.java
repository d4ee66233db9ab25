package roundhouse.topology.types;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Range;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Fields;

/** An amount of memory: bytes in files; in a form as {@code 64 KiB}, {@code 1500 B}. */
final class BytesType extends RangedType<Integer> {
    private static final Range RANGE = Range.whole(1, 1_000_000_000);
    private static final Pattern AMOUNT = Pattern.compile("([0-9][0-9,]*)\\s*(|B|KiB|MiB)");
    private static final int KIB = 1_024;
    private static final int MIB = KIB * KIB;

    BytesType() {
        super(RANGE);
    }

    @Override
    public Integer read(Fields fields, String key) {
        return fields.whole(key, 1, RANGE);
    }

    @Override
    public String allowed() {
        return "bytes, " + RANGE.allowed();
    }

    @Override
    protected String format(Integer bytes) {
        return bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes % KIB == 0 ? bytes / KIB + " KiB" : bytes + " B";
    }

    @Override
    protected Parsed<Integer> parse(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return new Parsed.Wrong<>("found \"" + text + "\"; an amount of memory is written like \"64 KiB\"");
        }
        double number = Double.parseDouble(amount.group(1).replace(",", ""));
        int unit = amount.group(2).equals("MiB") ? MIB : amount.group(2).equals("KiB") ? KIB : 1;
        return RANGE.allows(number * unit)
                ? new Parsed.Value<>((int) (number * unit))
                : new Parsed.Wrong<>("found " + text + "; 1 B to 953 MiB is allowed");
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("64 KiB");
    }
}
