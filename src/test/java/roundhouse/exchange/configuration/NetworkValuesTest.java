package roundhouse.exchange.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkValuesTest {
    @Test
    void allButSomeAreTheHalvesBesideThem() {
        NetworkValues networks = new NetworkValues("1");
        assertThat(networks.put("192.0.0.0/3", "0")).isTrue();
        assertThat(networks.where("1"::equals)).contains("0.0.0.0/1, 128.0.0.0/2, 224.0.0.0/3");
        assertThat(networks.where("0"::equals)).contains("192.0.0.0/3");
        assertThat(networks.where("2"::equals)).isEmpty();
    }

    @Test
    void theSmallestNetworkDecides() {
        NetworkValues networks = new NetworkValues("out");
        networks.put("10.0.0.0/8", "in");
        networks.put("10.128.0.0/9", "out");
        assertThat(networks.where("in"::equals)).contains("10.0.0.0/9");
    }

    @Test
    void anAddressAloneIsANetworkOfOne() {
        NetworkValues networks = new NetworkValues("");
        networks.put("192.0.2.7", "x");
        assertThat(networks.where("x"::equals)).contains("192.0.2.7/32");
        assertThat(networks.put("192.0.2.256", "x")).isFalse();
        assertThat(networks.put("example.com", "x")).isFalse();
        assertThat(networks.put("2001:db8::/32", "x")).isFalse();
    }
}
