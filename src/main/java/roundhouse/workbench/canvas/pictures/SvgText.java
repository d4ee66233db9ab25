package roundhouse.workbench.canvas.pictures;

import java.util.Locale;
import javafx.scene.paint.Color;

/** Numbers, colours and words as SVG has them. */
public final class SvgText {
    private SvgText() {}

    /** With two decimals at most. */
    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        String shortened = text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
        return shortened.equals("-0") ? "0" : shortened;
    }

    /** The attributes of a colour: {@code fill="#aabbcc"}, and how strong it is. */
    static String paint(String attribute, Color colour) {
        String hex = String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
        String strength =
                colour.getOpacity() == 1 ? "" : " " + attribute + "-opacity=\"" + number(colour.getOpacity()) + "\"";
        return attribute + "=\"" + hex + "\"" + strength;
    }

    /** Words that stand in an attribute or between tags; what XML cannot say is left out. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)))
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
}
