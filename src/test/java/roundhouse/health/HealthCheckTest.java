package roundhouse.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.health.HealthCheck.Change;
import roundhouse.health.HealthCheck.Settings;
import tools.jackson.databind.JsonNode;

class HealthCheckTest {
    private static final String FILE = "haproxy/health_checks.json";

    /** HAProxy's own words: "inter 300ms fastinter 100ms fall 2 rise 3"; its defaults are 2 s, fall 3, rise 2. */
    private static Settings settings(String options) {
        long inter = option(options, "inter", 2_000);
        return new Settings(
                (int) option(options, "rise", 2),
                (int) option(options, "fall", 3),
                inter,
                option(options, "fastinter", inter),
                option(options, "downinter", inter));
    }

    private static long option(String options, String name, long otherwise) {
        Matcher matcher = Pattern.compile("(?:^| )" + name + " (\\d+)(ms|s)?").matcher(options);
        if (!matcher.find()) {
            return otherwise;
        }
        return Long.parseLong(matcher.group(1)) * ("s".equals(matcher.group(2)) ? 1_000 : 1);
    }

    /**
     * What HAProxy shows after these results, and its counter: "UP 3", "UP 2/3 3" on the way down, "DOWN 0", "DOWN 1/2 1" on the way
     * up. The counter is told by how many results of the other kind it takes to change sides.
     */
    private static String seen(Settings settings, List<Boolean> results) {
        HealthCheck check = new HealthCheck(settings);
        results.forEach(success -> count(check, success));
        boolean up = check.isUp();
        int others = 0;
        while (check.isUp() == up) {
            count(check, !up);
            others++;
        }
        if (up) {
            int counter = settings.rise() + others - 1;
            return (others == settings.fall() ? "UP " : "UP " + others + "/" + settings.fall() + " ") + counter;
        }
        int counter = settings.rise() - others;
        return (counter == 0 ? "DOWN " : "DOWN " + counter + "/" + settings.rise() + " ") + counter;
    }

    private static void count(HealthCheck check, boolean success) {
        if (success) {
            check.succeeded();
        } else {
            check.failed();
        }
    }

    /** The recorded statuses without those before the first check was counted. */
    private static List<String> recordedStatuses(JsonNode recorded) {
        List<String> statuses = new ArrayList<>();
        for (JsonNode change : recorded.get("status_changes")) {
            statuses.add(change.get(1).asString() + " " + change.get(2).asString());
        }
        return statuses;
    }

    static List<JsonNode> cases() {
        return Golden.cases(FILE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void statusesFollowInHaproxysOrder(JsonNode recorded) {
        assertThat(statuses(recorded)).isEqualTo(recordedStatuses(recorded));
        Golden.equal(recorded.get("status_changes").size());
    }

    private static List<String> statuses(JsonNode recorded) {
        Settings settings = settings(recorded.get("options").asString());
        List<Boolean> results = results(recorded);
        List<String> statuses = new ArrayList<>();
        for (int count = 1; count <= results.size(); count++) {
            String now = seen(settings, results.subList(0, count));
            if (statuses.isEmpty() || !statuses.getLast().equals(now)) {
                statuses.add(now);
            }
        }
        return statuses;
    }

    /** What each check found: as the server answered, or, where it could not log, by its state at the times of the checks. */
    private static List<Boolean> results(JsonNode recorded) {
        List<Boolean> results = new ArrayList<>();
        if (!recorded.get("checks_seen_by_server").isEmpty()) {
            for (JsonNode check : recorded.get("checks_seen_by_server")) {
                results.add(check.get(1).asInt() == 200);
            }
            return results;
        }
        HealthCheck clock = new HealthCheck(settings(recorded.get("options").asString()));
        JsonNode changes = recorded.get("status_changes");
        // The first check to fail was just before the status was seen to change, and HAProxy's checks come 1 % late.
        double now = changes.get(1).get(0).asDouble();
        clock.succeeded();
        results.add(true);
        while (now < changes.get(changes.size() - 1).get(0).asDouble() + 1_000) {
            boolean success = isServing(recorded, now);
            results.add(success);
            count(clock, success);
            now += clock.intervalNanos() * 1.01;
        }
        return results;
    }

    private static boolean isServing(JsonNode recorded, double now) {
        boolean serving = true;
        for (JsonNode action : recorded.get("actions")) {
            if (action.get(0).asDouble() <= now) {
                String what = action.get(1).asString();
                serving = what.equals("http 200") || what.equals("port open");
            }
        }
        return serving;
    }

    static List<JsonNode> casesWithChecks() {
        return cases().stream()
                .filter(recorded -> !recorded.get("checks_seen_by_server").isEmpty())
                .toList();
    }

    /** Of the intervals configured, the gap to the next check is nearest to the one said. */
    @ParameterizedTest
    @MethodSource("casesWithChecks")
    void checksComeAtHaproxysIntervals(JsonNode recorded) {
        Settings settings = settings(recorded.get("options").asString());
        HealthCheck check = new HealthCheck(settings);
        double last = Double.NaN;
        long expected = 0;
        for (JsonNode seen : recorded.get("checks_seen_by_server")) {
            double now = seen.get(0).asDouble();
            if (!Double.isNaN(last)) {
                double gap = now - last;
                for (long other : new long[] {settings.intervalNanos(), settings.fastNanos(), settings.downNanos()}) {
                    assertThat(Math.abs(gap - expected))
                            .as("gap of %s ms before %s", gap, seen)
                            .isLessThanOrEqualTo(Math.abs(gap - other));
                }
            }
            count(check, seen.get(1).asInt() == 200);
            expected = check.intervalNanos();
            last = now;
        }
    }

    @Test
    void settingsHaveLimits() {
        assertThat(new Settings(1, 1, 1, 1, 1).downNanos()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Settings(0, 1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Settings(1, 0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Settings(1, 1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Settings(1, 1, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Settings(1, 1, 1, 1, 0));
    }

    @Test
    void itStartsUpButOneFailureFromDown() {
        HealthCheck check = new HealthCheck(new Settings(2, 3, 1, 1, 1));
        assertThat(check.isUp()).isTrue();
        assertThat(check.failed()).isEqualTo(Change.WENT_DOWN);
        assertThat(check.isUp()).isFalse();
        assertThat(check.succeeded()).isEqualTo(Change.NONE);
        assertThat(check.succeeded()).isEqualTo(Change.CAME_UP);
    }

    @Test
    void aFailureWhileRisingStartsOver() {
        HealthCheck check = new HealthCheck(new Settings(3, 1, 1, 1, 1));
        check.failed();
        check.succeeded();
        check.succeeded();
        assertThat(check.failed()).isEqualTo(Change.NONE);
        assertThat(check.succeeded()).isEqualTo(Change.NONE);
        assertThat(check.succeeded()).isEqualTo(Change.NONE);
        assertThat(check.succeeded()).isEqualTo(Change.CAME_UP);
    }
}
