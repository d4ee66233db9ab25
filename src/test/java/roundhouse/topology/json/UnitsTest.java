package roundhouse.topology.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "5ms, 5000000, 5ms",
        "1.5s, 1500000000, 1500ms",
        "500us, 500000, 500us",
        "500 µs, 500000, 500us",
        "60s, 60000000000, 1min",
        "90s, 90000000000, 90s",
        "120min, 7200000000000, 2h",
        "0ms, 0, 0s",
        "0.000001ms, 1, 1ns",
        "8760h, 31536000000000000, 8760h"
    })
    void readsAndWritesDurations(String text, long nanos, String canonical) {
        assertThat(Units.duration(text)).isEqualTo(new Units.Parsed.Value<>(Duration.ofNanos(nanos)));
        assertThat(Units.format(Duration.ofNanos(nanos))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"1200/s, 1200, 1200/s", "0.5/s, 0.5, 0.5/s", "0 / s, 0, 0/s", "1e-5/s, 0.00001, 0.00001/s"})
    void readsAndWritesRates(String text, double rate, String canonical) {
        assertThat(Units.rate(text)).isEqualTo(new Units.Parsed.Value<>(rate));
        assertThat(Units.formatRate(rate)).isEqualTo(canonical);
        assertThat(Units.rate(canonical)).isEqualTo(new Units.Parsed.Value<>(rate));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "-1.0E-7, -0.0000001",
        "-0.0, 0",
        "4.0E-4, 0.0004",
        "999999999999999, 999999999999999",
        "1.0E15, 1.0E15",
        "1e999, Infinity",
        "0.0012345678901234567, 0.0012345678901234567"
    })
    void numbersArePlainDecimals(double number, String written) {
        assertThat(Units.number(number)).isEqualTo(written);
    }

    /** Down to the smallest there is. */
    @ParameterizedTest
    @ValueSource(
            doubles = {Double.MIN_VALUE, 0x1.fffffffffffffp-1022, 1.2345678901234567e-300, 0.1, 1 / 3.0, 9999999.999})
    void aNumberIsReadAsItIsWritten(double number) {
        assertThat(Double.parseDouble(Units.number(number))).isEqualTo(number);
        assertThat(Units.rate(Units.formatRate(number))).isEqualTo(new Units.Parsed.Value<>(number));
    }

    @Test
    void saysWhyNot() {
        assertThat(Units.duration("5"))
                .isEqualTo(new Units.Parsed.Wrong<>(
                        "found \"5\"; a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\""));
        assertThat(Units.duration("-5ms"))
                .isEqualTo(new Units.Parsed.Wrong<>("found \"-5ms\"; a duration cannot be negative"));
        assertThat(Units.duration("8761h"))
                .isEqualTo(new Units.Parsed.Wrong<>("found \"8761h\"; the longest duration is 8760h"));
        assertThat(Units.duration("0.1ns"))
                .isEqualTo(new Units.Parsed.Wrong<>("found \"0.1ns\"; durations are whole nanoseconds"));
        assertThat(Units.rate("1000"))
                .isEqualTo(new Units.Parsed.Wrong<>("found \"1000\"; a rate is written like \"1000/s\""));
        assertThat(Units.rate("20000000/s"))
                .isEqualTo(new Units.Parsed.Wrong<>("found \"20000000/s\"; a rate is from 0/s to 10000000/s"));
    }
}
