package roundhouse.workbench.inspector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.topology.settings.Range;
import roundhouse.topology.settings.Units.Parsed;

/** An amount of memory as it is typed: {@code 64 KiB}, {@code 1500 B}. */
final class BytesText {
    private static final Pattern AMOUNT = Pattern.compile("([0-9][0-9,]*)\\s*(|B|KiB|MiB)");
    private static final int KIB = 1_024;
    private static final int MIB = KIB * KIB;

    private BytesText() {}

    static String write(int bytes) {
        return bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes % KIB == 0 ? bytes / KIB + " KiB" : bytes + " B";
    }

    static Parsed<Integer> read(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return new Parsed.Wrong<>("found \"" + text + "\"; an amount of memory is written like \"64 KiB\"");
        }
        double number = Double.parseDouble(amount.group(1).replace(",", ""));
        double bytes =
                number * (amount.group(2).equals("MiB") ? MIB : amount.group(2).equals("KiB") ? KIB : 1);
        return Range.BYTES.allows(bytes)
                ? new Parsed.Value<>((int) bytes)
                : new Parsed.Wrong<>("found " + text + "; 1 B to 953 MiB is allowed");
    }
}
