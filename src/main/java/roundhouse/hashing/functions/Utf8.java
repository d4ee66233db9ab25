package roundhouse.hashing.functions;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a text in UTF-8, to be hashed.
 *
 * <p>The JDK keeps a text of Latin-1 letters in an array of one byte each, and while all of them are ASCII that is the text in UTF-8
 * (JEP 254). Where the JVM lets us see it ({@code --add-opens java.base/java.lang=ALL-UNNAMED}) it is hashed where it stands; a copy
 * costs more than hashing it does. Other texts are encoded, and so is every text where the JVM does not let us: the bytes are the same.
 * See {@code docs/decisions/0010-texts-are-hashed-where-they-stand.md}.
 */
public final class Utf8 {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    /** The array inside a text, or null when it may not be seen. */
    private static final @Nullable VarHandle LETTERS = letters();

    private Utf8() {}

    /** The text in UTF-8; perhaps the text's own array, and so only to be read. */
    public static byte[] of(String text) {
        if (LETTERS != null) {
            byte[] letters = (byte[]) LETTERS.get(text);
            // Two bytes a letter when one of them is beyond Latin-1.
            if (letters.length == text.length() && isAscii(letters)) {
                return letters;
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isAscii(byte[] letters) {
        int last = letters.length - Long.BYTES;
        if (last < 0) {
            long all = 0;
            for (byte letter : letters) {
                all |= letter;
            }
            return (all & NOT_ASCII) == 0;
        }
        // The last eight may overlap those before: cheaper than the rest one by one.
        long all = eight(letters, 0) | eight(letters, last);
        if (last > Long.BYTES) {
            // Without the loop for keys of up to 24 letters, as most are: to begin one costs as much as to hash them.
            all |= eight(letters, Long.BYTES);
            for (int i = 2 * Long.BYTES; i < last; i += Long.BYTES) {
                all |= eight(letters, i);
            }
        }
        return (all & NOT_ASCII) == 0;
    }

    private static long eight(byte[] letters, int from) {
        return (long) EIGHT_BYTES.get(letters, from);
    }

    private static @Nullable VarHandle letters() {
        try {
            return MethodHandles.privateLookupIn(String.class, MethodHandles.lookup())
                    .findVarHandle(String.class, "value", byte[].class);
        } catch (ReflectiveOperationException closed) {
            return null;
        }
    }
}
