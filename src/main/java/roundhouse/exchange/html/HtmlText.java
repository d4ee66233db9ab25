package roundhouse.exchange.html;

import java.util.Locale;

/** Words and figures as a page has them. */
final class HtmlText {
    private HtmlText() {}

    /** Words that stand between tags or in an attribute; what HTML cannot say is left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7F && (c < 0xD800 || c > 0xDFFF)))
                .forEach(c -> {
                    switch (c) {
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '&' -> safe.append("&amp;");
                        case '"' -> safe.append("&quot;");
                        case '\'' -> safe.append("&#39;");
                        default -> safe.appendCodePoint(c);
                    }
                });
        return safe.toString();
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Three digits or so in the unit that keeps them readable. */
    static String time(double nanos) {
        String[] units = {"ns", "µs", "ms", "s"};
        double value = nanos;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return figure(value) + " " + units[unit];
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** As many decimals as say something. */
    static String figure(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT, size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
