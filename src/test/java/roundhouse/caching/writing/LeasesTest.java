package roundhouse.caching.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

final class LeasesTest {
    private static final long SECOND = 1_000_000_000;

    static Stream<Arguments> scripts() {
        return Golden.list("caching/cache_aside.json", "leases").stream()
                .map(script -> Arguments.of(script.get("id").asString(), script.get("steps")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void memcachedAnswersAsRecorded(String id, JsonNode steps) {
        Memcached memcached = new Memcached();
        for (JsonNode step : steps) {
            String recorded = step.get(3).asString();
            String answer = memcached.answer(step.get(1).asString(), step.get(2).asString(""));
            assertThat(answer).as(step.toString()).isEqualTo(flags(recorded));
            memcached.calls(recorded);
        }
        Golden.equal(steps.size());
    }

    /** Without the numbers of the items, which go on from script to script. */
    private static String flags(String answer) {
        return answer.replaceAll(" c\\d+", "").replaceAll("\\| $", "|").strip();
    }

    /** One item of memcached: what is there, who may renew it. Who may is the business of the leases. */
    private static final class Memcached {
        private static final long KEY = 1;

        private final Leases leases = new Leases(30 * SECOND, true);
        private boolean there;
        private @Nullable String value;
        private boolean stale;
        /** Whether somebody was told to renew it. */
        private boolean won;

        private long ttl = -1;
        private long token = Leases.WAIT;
        /** The token that each number of an item stands for, which a client gives back. */
        private final Map<String, Long> tokens = new TreeMap<>();

        /** It was recorded under a number. */
        void calls(String recorded) {
            Matcher number = Pattern.compile(" c(\\d+)").matcher(recorded);
            if (number.find()) {
                tokens.putIfAbsent(number.group(1), token);
            }
        }

        String answer(String command, String data) {
            String[] words = command.split(" ");
            return switch (words[0]) {
                case "mn" -> "MN";
                case "mg" -> get(command);
                case "ms" -> set(command, data);
                case "md" -> delete(command);
                default -> throw new IllegalArgumentException(command);
            };
        }

        private String get(String command) {
            if (!there && !command.contains(" N")) {
                return "EN";
            }
            boolean renews = !there || stale || won || (command.contains(" R") && ttl >= 0 && ttl < 30);
            there = true;
            String flags = command.contains(" t") ? " t" + ttl : "";
            String text = value == null ? "" : value;
            if (renews) {
                long given = leases.miss(KEY, 0);
                if (given != Leases.WAIT) {
                    token = given;
                    won = true;
                    flags += stale ? " X W" : " W";
                } else {
                    flags += stale ? " Z X" : " Z";
                }
            }
            return "VA " + text.length() + flags + " |" + (text.isEmpty() ? "" : " " + text);
        }

        private String set(String command, String data) {
            Matcher number = Pattern.compile(" C(\\d+)").matcher(command);
            boolean compares = number.find();
            boolean evenIfOld = command.endsWith(" I");
            if (compares && !there) {
                return "NF";
            }
            boolean taken = !compares || leases.sets(KEY, tokens.get(number.group(1)));
            if (!taken && !evenIfOld) {
                return "EX";
            }
            there = true;
            value = data;
            stale = !taken;
            won = false;
            ttl = command.matches(".* T\\d+.*") ? Long.parseLong(command.replaceAll(".* T(\\d+).*", "$1")) : -1;
            if (taken) {
                leases.forget(KEY);
            }
            return "HD";
        }

        private String delete(String command) {
            if (!there) {
                return "NF";
            }
            leases.deleted(KEY);
            if (command.contains(" I")) {
                stale = true;
                won = false;
            } else {
                there = false;
                value = null;
                won = false;
                leases.forget(KEY);
            }
            return "HD";
        }
    }

    @Test
    void oneTokenInTenSecondsWhateverHappensToTheKey() {
        Leases leases = new Leases(10 * SECOND, false);
        long token = leases.miss(1, 0);
        assertThat(token).isNotEqualTo(Leases.WAIT);
        assertThat(leases.miss(1, 9 * SECOND)).isEqualTo(Leases.WAIT);
        assertThat(leases.miss(2, 9 * SECOND)).as("another key").isNotEqualTo(Leases.WAIT);
        leases.deleted(1);
        assertThat(leases.sets(1, token)).as("what was read before the delete").isFalse();
        assertThat(leases.miss(1, 9 * SECOND)).isEqualTo(Leases.WAIT);
        assertThat(leases.waitsUntilNanos(1, 9 * SECOND)).isEqualTo(10 * SECOND);
        long next = leases.miss(1, 10 * SECOND);
        assertThat(next).isNotIn(Leases.WAIT, token);
        assertThat(leases.sets(2, next)).as("it is bound to its key").isFalse();
        assertThat(leases.sets(1, next)).isTrue();
        assertThat(leases.sets(1, next)).as("once").isFalse();
    }

    @Test
    void aLaterTokenMakesTheEarlierOneWorthNothing() {
        Leases leases = new Leases(10 * SECOND, false);
        long slow = leases.miss(1, 20 * SECOND);
        assertThat(leases.miss(1, 29 * SECOND)).isEqualTo(Leases.WAIT);
        assertThat(leases.waitsUntilNanos(2, 29 * SECOND)).isEqualTo(29 * SECOND);
        long fast = leases.miss(1, 31 * SECOND);
        assertThat(fast).isPositive();
        assertThat(leases.sets(1, slow)).isFalse();
        assertThat(leases.sets(1, fast)).isTrue();
    }

    @Test
    void theOneStaleInterleavingIsRefused() {
        Leases leases = new Leases(10 * SECOND, false);
        long token = leases.miss(1, 0);
        // The reader reads 1 from the store; a writer writes 2 and deletes the key; the reader sets 1.
        leases.deleted(1);
        assertThat(leases.sets(1, token)).isFalse();
    }

    @Test
    void manyKeysAreForgottenAndTheirRowsUsedAgain() {
        Leases leases = new Leases(SECOND, false);
        for (int round = 0; round < 3; round++) {
            for (long key = 0; key < 1_000; key++) {
                assertThat(leases.miss(key, 0)).isNotEqualTo(Leases.WAIT);
            }
            for (long key = 0; key < 1_000; key++) {
                assertThat(leases.miss(key, 0)).isEqualTo(Leases.WAIT);
                leases.forget(key);
            }
        }
        leases.miss(5, 0);
        leases.clear();
        assertThat(leases.miss(5, 0)).isNotEqualTo(Leases.WAIT);
    }
}
