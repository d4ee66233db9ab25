package roundhouse.files;

/**
 * Text that was written by others, as a message may show it: what would steer a terminal or turn the direction of reading (the bidi
 * controls of Unicode Standard Annex 9) is shown as its code.
 */
public final class PlainText {
    private PlainText() {}

    /** The text with {@code \u202e} for such a character; line ends are left. */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c != '\n' && steers((char) c)) {
                plain.append(String.format("\\u%04x", c));
            } else {
                plain.append((char) c);
            }
        });
        return plain.toString();
    }

    /** Whether it is no letter but an order: to a terminal, to a printer of lines, to the direction of reading. */
    public static boolean steers(char c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xfeff;
    }
}
