package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stick tables of all proxies: over how long each of their rates is counted. */
final class Tables {
    private static final Pattern RATE = Pattern.compile("(http_req_rate|gpc0_rate|conn_rate)\\(([^)]*)\\)");

    private final Map<String, Map<String, Duration>> periods = new HashMap<>();

    void add(String proxy, HaproxyLine line) {
        Matcher rates = RATE.matcher(String.join(" ", line.words()));
        while (rates.find()) {
            String name = rates.group(1);
            HaproxyTime.parse(rates.group(2))
                    .ifPresent(period ->
                            periods.computeIfAbsent(proxy, _ -> new HashMap<>()).put(name, period));
        }
    }

    @Nullable
    Duration period(String proxy, String rate) {
        return periods.getOrDefault(proxy, Map.of()).get(rate);
    }
}
