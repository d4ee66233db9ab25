package roundhouse.exchange.configuration;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.topology.RandomTopologies;

/** Systems by chance come back from every language that goes both ways. {@code -Dround.seeds=N} tries N of each. */
class RandomRoundTripTest {
    static Stream<Arguments> systems() {
        return ConfigurationFormats.exporters().stream()
                .flatMap(exporter -> LongStream.range(0, Long.getLong("round.seeds", 20))
                        .mapToObj(seed -> Arguments.of(exporter.key(), seed)));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void comesBack(String format, long seed) {
        ComesBack.check(format, RandomTopologies.of(seed));
    }
}
