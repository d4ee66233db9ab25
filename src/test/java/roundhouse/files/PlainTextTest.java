package roundhouse.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void whatSteersIsShownAsItsCode() {
        assertThat(PlainText.of("a\u001b[31m b\u202ec \u2066d\r")).isEqualTo("a\\u001b[31m b\\u202ec \\u2066d\\u000d");
    }

    @Test
    void lettersOfAnyScriptStay() {
        assertThat(PlainText.of("Größe שלום 東京 😀\nnext")).isEqualTo("Größe שלום 東京 😀\nnext");
    }
}
