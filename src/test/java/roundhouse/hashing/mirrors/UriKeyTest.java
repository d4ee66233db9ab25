package roundhouse.hashing.mirrors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                   | /a/b/c?x=/1 | /a/b/c",
                "whole                | /a/b/c?x=/1 | /a/b/c?x=/1",
                "depth 1              | /a/b/c?x=/1 | /a",
                "depth 2              | /a/b/c?x=/1 | /a/b",
                "depth 3              | /a/b/c?x=/1 | /a/b/c",
                "depth 9              | /a/b/c?x=/1 | /a/b/c",
                "whole depth 3        | /a/b/c?x=/1 | /a/b/c?x=",
                "len 4                | /a/b/c?x=/1 | /a/b",
                "len 100              | /a/b/c?x=/1 | /a/b/c",
                "whole len 8          | /a/b/c?x=/1 | /a/b/c?x",
                "len 2 depth 2        | /a/b/c      | /a",
                "' LEN 6  Depth 2 '   | /a/b/c      | /a/b"
            })
    void whatIsHashedOfAUri(String words, String uri, String hashed) {
        assertThat(UriKey.parse(words).of(uri)).isEqualTo(hashed);
    }

    @Test
    void wordsAreReadInAnyOrder() {
        assertThat(UriKey.parse("depth 2 whole len 7")).isEqualTo(new UriKey(true, 2, 7));
        assertThat(UriKey.parse("")).isEqualTo(new UriKey(false, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "depth", "len", "depth 2 deep", "depth -1", "len -1", "depth two"})
    void otherWordsAreRefused(String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> UriKey.parse(words));
    }
}
