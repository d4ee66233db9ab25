package roundhouse.caching.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTraceReaderTest {
    private static KeyTrace read(String text) throws IOException, TraceLineException {
        return KeyTraceReader.read(new BufferedReader(new StringReader(text)), null);
    }

    private static TraceLineException refused(String text, KeyTraceFormat format) {
        return catchThrowableOfType(
                TraceLineException.class,
                () -> KeyTraceReader.read(new BufferedReader(new StringReader(text)), format));
    }

    @Test
    void wholeNumbersAreThemselves() throws Exception {
        KeyTrace trace = read("7\n\n-3\r\n7\n  12 \n");
        assertThat(trace.format()).isEqualTo(KeyTraceFormat.KEYS);
        assertThat(trace.keys()).containsExactly(7, -3, 7, 12);
        assertThat(trace.keysAreWhole()).isTrue();
        assertThat(trace.name(-3)).isEqualTo("-3");
        assertThat(trace.isTimed()).isFalse();
        assertThat(trace.isSized()).isFalse();
        assertThat(trace.isWrite(0)).isFalse();
    }

    @Test
    void textsAreNumberedInTheOrderOfTheirAppearance() throws Exception {
        KeyTrace trace = read("9\n4\n9\n/index.html\n007\n4\n7\n");
        assertThat(trace.keysAreWhole()).isFalse();
        assertThat(trace.keys()).containsExactly(0, 1, 0, 2, 3, 1, 4);
        assertThat(trace.name(0)).isEqualTo("9");
        assertThat(trace.name(3)).isEqualTo("007");
        assertThat(trace.name(4)).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-7", "10", "99", "123456789012345678"})
    void aWholeNumberIsWrittenInTheOneUsualWay(String key) throws Exception {
        assertThat(read(key).keys()).containsExactly(Long.parseLong(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "-0", "00", "-01", "+1", "1/", "1:", "1.0", "1234567890123456789"})
    void whateverElseIsAText(String key) throws Exception {
        KeyTrace trace = read("5\n" + key + "\n");
        assertThat(trace.keysAreWhole()).isFalse();
        assertThat(trace.keys()).containsExactly(0, 1);
        assertThat(trace.name(1)).isEqualTo(key);
    }

    @Test
    void nothingIsATraceOfNothing() throws Exception {
        assertThat(read("").length()).isZero();
        assertThat(read("\n \n").format()).isEqualTo(KeyTraceFormat.KEYS);
    }

    @Test
    void timesSizesAndWrites() throws Exception {
        KeyTrace trace = read("0 a\n1.5 b 300\n2 a w\n2 c 40 r\n9 d 50 w\n");
        assertThat(trace.format()).isEqualTo(KeyTraceFormat.TIMED);
        assertThat(trace.keys()).containsExactly(0, 1, 0, 2, 3);
        assertThat(trace.isTimed()).isTrue();
        assertThat(trace.timeNanos(1)).isEqualTo(1_500_000);
        assertThat(trace.timeNanos(4)).isEqualTo(9_000_000);
        assertThat(trace.isSized()).isTrue();
        assertThat(new long[] {
                    trace.sizeBytes(0), trace.sizeBytes(1), trace.sizeBytes(2), trace.sizeBytes(3), trace.sizeBytes(4)
                })
                .containsExactly(0, 300, 0, 40, 50);
        assertThat(trace.isWrite(1)).isFalse();
        assertThat(trace.isWrite(2)).isTrue();
        assertThat(trace.isWrite(3)).isFalse();
        assertThat(trace.isWrite(4)).isTrue();
    }

    @Test
    void aFirstAccessMayBeAWrite() throws Exception {
        KeyTrace trace = read("0 a w\n1 a r\n");
        assertThat(trace.saysKinds()).isTrue();
        assertThat(trace.isWrite(0)).isTrue();
        assertThat(trace.isWrite(1)).isFalse();
    }

    @Test
    void keysMayBeCalledAsKindsAre() throws Exception {
        KeyTrace trace = read("0 r\n1 w\n2 r\n");
        assertThat(trace.format()).isEqualTo(KeyTraceFormat.TIMED);
        assertThat(trace.keys()).containsExactly(0, 1, 0);
        assertThat(trace.name(1)).isEqualTo("w");
        assertThat(trace.saysKinds()).isFalse();
        assertThat(trace.isWrite(1)).isFalse();
    }

    @Test
    void everyFormatIsFoundByItsName() {
        for (KeyTraceFormat format : KeyTraceFormat.values()) {
            assertThat(KeyTraceFormat.named(format.key())).contains(format);
        }
        assertThat(KeyTraceFormat.named("csv")).isEmpty();
    }

    @Test
    void aRunOfBlocksIsNoLongerThanATraceMayBe() {
        assertThat(KeyTraceFormat.ARC.takes("7 " + KeyTrace.MOST_ACCESSES + " 0 0"))
                .isTrue();
        assertThat(KeyTraceFormat.ARC.takes("7 " + (KeyTrace.MOST_ACCESSES + 1) + " 0 0"))
                .isFalse();
    }

    @Test
    void arcIsRunsOfBlocks() throws Exception {
        KeyTrace trace = read("10 3 0 0\n100 1 0 1\n11 2 0 2\n");
        assertThat(trace.format()).isEqualTo(KeyTraceFormat.ARC);
        assertThat(trace.keys()).containsExactly(10, 11, 12, 100, 11, 12);
    }

    @Test
    void lirsHasStars() throws Exception {
        KeyTrace trace = read("*\n1\n2\n*\n1\n");
        assertThat(trace.format()).isEqualTo(KeyTraceFormat.LIRS);
        assertThat(trace.keys()).containsExactly(1, 2, 1);
    }

    @Test
    void twitterHasSevenFields() throws Exception {
        KeyTrace trace = read("0,q:q:1:8WTfjZU14ee,17,213,4,get,0\n1,yDqF,35,1,0,set,300\n1,yDqF,35,1,0,gets,0\n");
        assertThat(trace.format()).isEqualTo(KeyTraceFormat.TWITTER);
        assertThat(trace.keys()).containsExactly(0, 1, 1);
        assertThat(trace.timeNanos(1)).isEqualTo(1_000_000_000);
        assertThat(trace.sizeBytes(0)).isEqualTo(230);
        assertThat(trace.isWrite(0)).isFalse();
        assertThat(trace.isWrite(1)).isTrue();
        assertThat(trace.isWrite(2)).isFalse();
    }

    @Test
    void manyAccessesAreAllRead() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append(i).append(" k").append(i % 7).append(i == 4_999 ? " 5 w\n" : " 3\n");
        }
        KeyTrace trace = read(text.toString());
        assertThat(trace.length()).isEqualTo(5_000);
        assertThat(trace.key(4_999)).isEqualTo(4_999 % 7);
        assertThat(trace.sizeBytes(2_500)).isEqualTo(3);
        assertThat(trace.isWrite(4_998)).isFalse();
        assertThat(trace.isWrite(4_999)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    TIMED   ~ 1 a;2           ~ 2 ~ found "2"; a line of the format timed is ms key [size] [r|w]
                    TIMED   ~ 1 a;;0.5 a      ~ 3 ~ its time is before that of the line before it
                    TIMED   ~ 1 a 5 x         ~ 1 ~ found "1 a 5 x"; a line of the format timed is ms key [size] [r|w]
                    ARC     ~ 1 1 0 0;1 b 0 0 ~ 2 ~ found "1 b 0 0"; a line of the format arc is first block, number of blocks, two more whole numbers
                    LIRS    ~ 1;*;x           ~ 3 ~ found "x"; a line of the format lirs is a block's number, or *
                    TWITTER ~ 0,,1,2,3,get,0  ~ 1 ~ found "0,,1,2,3,get,0"; a line of the format twitter is timestamp,key,key size,value size,client,operation,TTL
                    """)
    void aBadLineIsToldWithItsNumber(KeyTraceFormat format, String lines, long line, String message) {
        TraceLineException refusal = refused(lines.replace(';', '\n'), format);
        assertThat(refusal).hasMessage(message);
        assertThat(refusal.line()).isEqualTo(line);
    }

    @Test
    void aLineAfterThoseLookedAtIsCheckedToo() {
        TraceLineException refusal = refused("1 a\n".repeat(200) + "b\n", null);
        assertThat(refusal.line()).isEqualTo(201);
    }

    @Test
    void aLongLineIsQuotedByItsBeginning() {
        String sixty = "x".repeat(60);
        assertThat(refused(sixty, KeyTraceFormat.TIMED)).hasMessageStartingWith("found \"" + sixty + "\"; ");
        assertThat(refused(sixty + "y", KeyTraceFormat.TIMED)).hasMessageStartingWith("found \"" + sixty + "…\"; ");
    }
}
