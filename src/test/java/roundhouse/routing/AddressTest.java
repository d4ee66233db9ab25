package roundhouse.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.200.255, 10.0.200.255, 4",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1, 16",
        "::, 0:0:0:0:0:0:0:0, 16",
        "ff02::fb:0a01, ff02:0:0:0:0:0:fb:a01, 16"
    })
    void isReadAndWritten(String text, String written, int length) {
        Address address = Address.parse(text);
        assertThat(address).hasToString(written);
        assertThat(address.length()).isEqualTo(length);
        assertThat(Address.parse(written)).isEqualTo(address).hasSameHashCodeAs(address);
    }

    @Test
    void octetsCountFromTheMostSignificant() {
        Address address = Address.ofIpv4(0x0a_80_c8_ff);
        assertThat(address).isEqualTo(Address.parse("10.128.200.255")).isNotEqualTo(Address.parse("10.128.200.254"));
        assertThat(new int[] {address.octet(0), address.octet(1), address.octet(2), address.octet(3)})
                .containsExactly(10, 128, 200, 255);
        assertThat(address.hashCode()).isNotEqualTo(Address.ofIpv4(1).hashCode());
        assertThat(address).isNotEqualTo("10.128.200.255");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "", "10.0.0.0.0", "1.2.3.256", "::g"})
    void namesAndNonsenseAreNoAddresses(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.parse(text))
                .withMessage("'" + text + "' is not an IP address");
    }
}
