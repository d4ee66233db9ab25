package roundhouse.hashing.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    /** A letter of one byte, of two though Latin-1, of two, of three, of four, half a letter, and the edges between them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "\u0000", "\u007f", "\u0080", "é", "ÿ", "Ā", "\u07ff", "\u0800", "€", "\uffff", "😀", "\ud83d",
                "\ude00"
            })
    void bytesAreThoseOfUtf8WhereverTheLetterStands(String letter) {
        for (int length = 0; length <= 70; length++) {
            for (int at = 0; at <= length; at++) {
                String text = "x".repeat(at) + letter + "y".repeat(length - at);
                assertThat(Utf8.of(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void noTextAtAllHasNoBytes() {
        assertThat(Utf8.of("")).isEmpty();
    }

    @Test
    void anyLettersAreThoseOfUtf8() {
        Random random = new Random(163);
        for (int i = 0; i < 20_000; i++) {
            int highest = 1 << random.nextInt(7, 17);
            StringBuilder letters = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                letters.append((char) random.nextInt(highest));
            }
            String text = letters.toString();
            assertThat(Utf8.of(text)).as("text %d", i).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aTextOfAsciiIsNotCopied() {
        String text = "session:3f2a9c";

        assertThat(Utf8.of(text))
                .as("needs --add-opens java.base/java.lang=ALL-UNNAMED, as the program is started with")
                .isSameAs(Utf8.of(text));
    }
}
