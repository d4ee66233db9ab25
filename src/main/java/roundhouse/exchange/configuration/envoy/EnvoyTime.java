package roundhouse.exchange.configuration.envoy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import roundhouse.topology.json.Units;

/** Durations of protobuf in YAML: seconds with an {@code s}. */
final class EnvoyTime {
    private EnvoyTime() {}

    /** Zero where it says so; nothing for what is no time, or longer than any is here. */
    static Optional<Duration> parse(String text) {
        if (!text.matches("\\d{1,12}(\\.\\d{1,9})?s")) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(text.substring(0, text.length() - 1));
        if (seconds.longValue() > Units.LONGEST.toSeconds()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(seconds.movePointRight(9).longValueExact()));
    }

    /** Nothing also for less than a millisecond. */
    static Optional<Duration> parseAboveZero(String text) {
        return parse(text).filter(time -> time.toMillis() >= 1);
    }

    static String format(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + "s";
    }
}
