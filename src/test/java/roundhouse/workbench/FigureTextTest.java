package roundhouse.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A dot here stands for the narrow space between thousands. */
class FigureTextTest {
    private static String sentence(String text) {
        return FigureText.sentence(text).replace('\u202f', '·');
    }

    @Test
    void countsInSentencesAreWrittenAsEverywhere() {
        assertThat(sentence("s3 crashed; 14976 requests refused")).isEqualTo("s3 crashed; 14·976 requests refused");
        assertThat(sentence("measured 1,234,567")).isEqualTo("measured 1·234·567");
        assertThat(sentence("event 1,200 is the first; here it is at"))
                .isEqualTo("event 1·200 is the first; here it is at");
        assertThat(sentence("999 lines more, 1000.")).isEqualTo("999 lines more, 1·000.");
        assertThat(sentence("it got 1203/s of 12000/million requests"))
                .as("rates too")
                .isEqualTo("it got 1·203/s of 12·000/million requests");
    }

    @Test
    void aDurationAndItsIntervalShareAUnit() {
        assertThat(FigureText.duration(27_900_000, 409_000)).isEqualTo("27.9 ± 0.41 ms");
        assertThat(FigureText.duration(545_000_000, 35_500_000)).isEqualTo("545 ± 35.5 ms");
        assertThat(FigureText.duration(162_000, 1_510_000)).isEqualTo("0.16 ± 1.51 ms");
        assertThat(FigureText.duration(600_000_000, 1_000)).isEqualTo("600 ± 0.0010 ms");
        assertThat(FigureText.duration(0, 250)).isEqualTo("0 ± 250 ns");
    }

    @Test
    void whatIsNoCountStaysAsItIs() {
        for (String text : new String[] {
            "lb-1 removed s12345",
            "10.0.0.1:8080 answers",
            "1234.5 ms",
            "0.12345 of all",
            "at 00:12.3456",
            "a 2024-11-28 b",
            "GET /items/2024/stock or 2024/stock"
        }) {
            assertThat(sentence(text)).isEqualTo(text);
        }
    }
}
