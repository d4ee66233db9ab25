package roundhouse.routing.algorithms;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request's key as text, which is what placements hash: {@code key-42} for key 42, the same in a run, on the command line and on
 * the ring. Writes into arrays that it keeps, one for each number of digits, so that hashing a key allocates nothing.
 */
public final class KeyText {
    private static final byte[] PREFIX = "key-".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 19;

    private final byte[] @Nullable [] texts = new byte[MOST_DIGITS + 1][];

    /** The key, 0 or more, as text. */
    public static String of(long key) {
        return "key-" + key;
    }

    /** The same in UTF-8; good until the next call. */
    public byte[] bytes(long key) {
        int digits = 1;
        for (long rest = key / 10; rest != 0; rest /= 10) {
            digits++;
        }
        byte[] text = texts[digits];
        if (text == null) {
            text = new byte[PREFIX.length + digits];
            System.arraycopy(PREFIX, 0, text, 0, PREFIX.length);
            texts[digits] = text;
        }
        long rest = key;
        for (int at = text.length - 1; at >= PREFIX.length; at--) {
            text[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return text;
    }
}
