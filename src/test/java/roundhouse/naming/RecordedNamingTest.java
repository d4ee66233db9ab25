package roundhouse.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** Orders, timelines and rules as recorded and documented. */
class RecordedNamingTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private static String text(int[] order) {
        StringBuilder text = new StringBuilder();
        for (int number : order) {
            text.append(number);
        }
        return text.toString();
    }

    @TestFactory
    Stream<DynamicTest> orders() {
        return Golden.each("edge/dns_rotation.json", recorded -> {
            String option = recorded.get("option").asString();
            String server = recorded.get("server").asString();
            if (server.equals("unbound")) {
                unbound(recorded);
            } else if (server.equals("dnsmasq")) {
                turning(option.startsWith("cache") ? OrderType.DNSMASQ : OrderType.DNSMASQ_HOSTS, recorded);
            } else if (option.endsWith("none")) {
                turning(OrderType.ZONE, recorded);
            } else if (option.endsWith("cyclic") || option.endsWith("fixed")) {
                turning(OrderType.BIND_CYCLIC, recorded);
            } else {
                Set<String> possible = mixes(recorded.get("addresses").asInt());
                recorded.get("answers").forEach(answer -> assertThat(possible).contains(answer.asString()));
            }
        });
    }

    /** Where a server begins is its own affair: addresses are numbered as they stand in its first answer. */
    private static void turning(OrderType type, JsonNode recorded) {
        String first = recorded.get("answers").get(0).asString();
        AnswerOrder order = type.create(new SplittableRandom(1));
        int[] next = new int[first.length()];
        for (JsonNode answer : recorded.get("answers")) {
            order.next(0, next);
            StringBuilder text = new StringBuilder();
            for (int number : next) {
                text.append(first.charAt(number));
            }
            assertThat(text).hasToString(answer.asString());
        }
    }

    private static void unbound(JsonNode recorded) {
        String stored = recorded.get("stored_order").asString();
        boolean turns = recorded.get("option").asString().endsWith("yes");
        AnswerOrder order = (turns ? OrderType.UNBOUND : OrderType.ZONE).create(new SplittableRandom(1));
        int[] next = new int[stored.length()];
        for (JsonNode answer : recorded.get("answers")) {
            order.next(answer.get(0).asInt(), next);
            StringBuilder text = new StringBuilder();
            for (int number : next) {
                text.append(stored.charAt(number));
            }
            assertThat(text).hasToString(answer.get(1).asString());
        }
    }

    private static Set<String> mixes(int addresses) {
        Set<String> orders = new TreeSet<>();
        int[] order = new int[addresses];
        for (long number = 0; number < 60; number++) {
            MixedOrder.mix(number, order);
            orders.add(text(order));
        }
        return orders;
    }

    @Test
    void oneNumberDoesNotMixFully() {
        assertThat(mixes(4)).hasSize(12);
        assertThat(mixes(5)).hasSize(60);
    }

    @Test
    void eachAddressIsEquallyOftenTheFirst() {
        AnswerOrder order = OrderType.BIND_RANDOM.create(new SplittableRandom(7));
        int[] firsts = new int[4];
        int[] next = new int[4];
        for (int i = 0; i < 40_000; i++) {
            order.next(0, next);
            firsts[next[0]]++;
        }
        for (int first : firsts) {
            // Four standard deviations of 87 each.
            assertThat(first).isBetween(10_000 - 350, 10_000 + 350);
        }
    }

    @TestFactory
    Stream<DynamicTest> documentedRules() {
        return Golden.each("edge/dns_rules.json", recorded -> {
            String id = recorded.get("id").asString();
            if (id.equals("route53_weighted_health")) {
                for (JsonNode row : recorded.get("rows")) {
                    double[] parts = new WeightedRecords(ints(row.get(0))).probabilities(flags(row.get(1)));
                    int[] inPlay = IntStream.range(0, parts.length)
                            .filter(i -> parts[i] > 0)
                            .toArray();
                    assertThat(inPlay).as("%s", row).isEqualTo(ints(row.get(2)));
                }
            } else if (id.equals("failover_time")) {
                for (JsonNode row : recorded.get("rows")) {
                    FailoverTime time = new FailoverTime(
                            row.get("interval_s").asLong() * SECOND,
                            row.get("threshold").asInt(),
                            row.get("ttl_s").asLong() * SECOND,
                            row.get("client_cache_s").asLong() * SECOND);
                    assertThat(time.worstNanos()).isEqualTo(row.get("worst_s").asLong() * SECOND);
                }
            } else if (recorded.has("probability")) {
                double[] parts = new WeightedRecords(ints(recorded.get("weights")))
                        .probabilities(flags(recorded.get("healthy")));
                for (int i = 0; i < parts.length; i++) {
                    assertThat(parts[i])
                            .isCloseTo(recorded.get("probability").get(i).asDouble(), within(1e-6));
                }
            } else if (recorded.has("attempts")) {
                eyeballs(recorded);
            }
        });
    }

    private static void eyeballs(JsonNode recorded) {
        HappyEyeballs.Outcome outcome = HappyEyeballs.RFC.connect(
                ints(recorded.get("families")),
                nanos(recorded.get("connect_ms")),
                nanos(recorded.get("fail_after_ms")),
                6);
        List<String> attempts = new ArrayList<>();
        outcome.attempts().forEach(one -> attempts.add("[" + one.address() + "," + one.atNanos() / MILLI + "]"));
        List<String> expected = new ArrayList<>();
        recorded.get("attempts").forEach(one -> expected.add(one.toString()));
        assertThat(attempts).isEqualTo(expected);
        assertThat(outcome.connected()).isEqualTo(recorded.get("connected_to").asInt(-1));
        if (outcome.connected() >= 0) {
            assertThat(outcome.atNanos()).isEqualTo(recorded.get("at_ms").asLong() * MILLI);
        }
    }

    private static int[] ints(JsonNode list) {
        return IntStream.range(0, list.size()).map(i -> list.get(i).asInt()).toArray();
    }

    private static long[] nanos(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToLong(i ->
                        list.get(i).isNull() ? HappyEyeballs.NEVER : list.get(i).asLong() * MILLI)
                .toArray();
    }

    private static boolean[] flags(JsonNode list) {
        boolean[] flags = new boolean[list.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = list.get(i).asInt() == 1;
        }
        return flags;
    }

    /** Answers and their TTLs up to the outage; the phase of a resolver's clock is not recorded, one must explain all of them. */
    @TestFactory
    Stream<DynamicTest> timelines() {
        JsonNode file = Golden.read("edge/dns_timeline.json");
        // A resolver that asks a resolver depends on the phases of both.
        return Golden.each("edge/dns_timeline.json", recorded -> {
            if (!recorded.get("options").asString().startsWith("asks")) {
                assertThat(IntStream.range(0, 200).anyMatch(phase -> explains(phase * 5 * MILLI, recorded, file)))
                        .isTrue();
            }
        });
    }

    private static boolean explains(long phaseNanos, JsonNode recorded, JsonNode file) {
        String options = recorded.get("options").asString();
        ResolverSettings settings = new ResolverSettings(
                number(options, "cache-min-ttl: ", 0),
                number(options, "cache-max-ttl: ", 86_400),
                recorded.get("resolver").asString().equals("unbound"),
                options.startsWith("prefetch: yes"),
                options.startsWith("serve-expired: yes (no client timeout)"));
        long editedMillis = file.get("events").get(0).get(0).asLong();
        long stoppedMillis = file.get("events").get(1).get(0).asLong();
        long ttl = file.get("record_ttl_s").asLong();
        DnsRecord<String> missing = DnsRecord.missing(
                file.get("soa_ttl_s").asLong(), file.get("soa_minimum_s").asLong());
        return rowsFit(
                        recorded.get("answers"),
                        stoppedMillis,
                        phaseNanos,
                        new ResolverCache<String>(settings),
                        millis -> new DnsRecord<>(millis < editedMillis ? "012" : "123", ttl))
                && rowsFit(
                        recorded.get("new_name"),
                        stoppedMillis,
                        phaseNanos,
                        new ResolverCache<String>(settings),
                        millis -> millis < editedMillis ? missing : new DnsRecord<>("NOERROR", ttl));
    }

    private interface Zone {
        DnsRecord<String> at(long millis);
    }

    private static boolean rowsFit(
            JsonNode rows, long untilMillis, long phaseNanos, ResolverCache<String> cache, Zone zone) {
        for (JsonNode row : rows) {
            long millis = row.get(0).asLong();
            if (millis > untilMillis) {
                break;
            }
            DnsRecord<String> given = cache.query(() -> zone.at(millis), phaseNanos + millis * MILLI);
            char[] recorded = row.get(1).asString().toCharArray();
            Arrays.sort(recorded);
            char[] expected = (given == null || given.answer() == null ? "NXDOMAIN" : given.answer()).toCharArray();
            Arrays.sort(expected);
            if (!Arrays.equals(recorded, expected)
                    || given == null
                    || given.ttlSeconds() != row.get(2).asLong()) {
                return false;
            }
        }
        return true;
    }

    private static long number(String options, String name, long otherwise) {
        return options.startsWith(name) ? Long.parseLong(options.substring(name.length())) : otherwise;
    }

    @Test
    void servesWhatIsExpiredWhileTheServerIsAway() {
        ResolverCache<String> keeps = new ResolverCache<>(new ResolverSettings(0, 100, true, false, true));
        ResolverCache<String> plain = new ResolverCache<>(ResolverSettings.UNBOUND);
        keeps.query(() -> new DnsRecord<>("a", 5), 0);
        plain.query(() -> new DnsRecord<>("a", 5), 0);
        assertThat(keeps.query(() -> null, 7 * SECOND)).isEqualTo(new DnsRecord<>("a", 30));
        assertThat(plain.query(() -> null, 7 * SECOND)).isNull();
        assertThat(plain.query(() -> new DnsRecord<>("b", 5), 8 * SECOND)).isEqualTo(new DnsRecord<>("b", 5));
    }

    /** Answers of one name, in the order in which they came, with the time of the first lookup that gave each. */
    private record Change(long millis, String answer) {}

    /**
     * Every expiry may be noticed a lookup later than if lookups came to the millisecond, and one that falls on an expiry may fall either
     * way; the order of answers may not differ.
     */
    @TestFactory
    Stream<DynamicTest> addressesOfTheJdk() {
        return Golden.each("edge/jdk_dns_cache.json", recorded -> {
            for (int name = 1; name <= 2; name++) {
                List<Change> expected = changes(recorded.get("answer_changes"), name);
                List<Change> before = simulate(recorded, name, 0);
                List<Change> after = simulate(recorded, name, 20 * MILLI);
                assertThat(fits(recorded, expected, before) || fits(recorded, expected, after))
                        .as("%s or %s", before, after)
                        .isTrue();
            }
        });
    }

    private static boolean fits(JsonNode recorded, List<Change> expected, List<Change> simulated) {
        if (!simulated.stream()
                .map(Change::answer)
                .toList()
                .equals(expected.stream().map(Change::answer).toList())) {
            return false;
        }
        double shortest = Math.max(0.25, Math.min(ttl(recorded, true), ttl(recorded, false)) / 1e9);
        for (int i = 0; i < expected.size(); i++) {
            long at = expected.get(i).millis();
            double expiries = Math.min(1 + at / 1_000.0 / shortest, 4);
            double slack = recorded.get("lookup_every_s").asDouble() * 1_000 * expiries + 60;
            if (Math.abs(simulated.get(i).millis() - at) > slack) {
                return false;
            }
        }
        return true;
    }

    private static List<Change> changes(JsonNode rows, int name) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode row : rows) {
            String answer = row.get(name).asString();
            if (changes.isEmpty() || !changes.getLast().answer().equals(answer)) {
                changes.add(new Change(row.get(0).asLong(), answer));
            }
        }
        return changes;
    }

    private static long ttl(JsonNode recorded, boolean positive) {
        JsonNode given = recorded.get(positive ? "networkaddress_cache_ttl" : "negative_ttl");
        long seconds = given.isNumber() ? given.asLong() : positive ? 30 : 10;
        return seconds < 0 ? JdkAddressCache.FOREVER : seconds * SECOND;
    }

    private static long later(long ttlNanos, long byNanos) {
        return ttlNanos <= 0 ? ttlNanos : ttlNanos + byNanos;
    }

    private static List<Change> simulate(JsonNode recorded, int name, long laterNanos) {
        JsonNode stale = recorded.get("stale_ttl");
        JdkAddressCache<String> cache = new JdkAddressCache<>(
                later(ttl(recorded, true), laterNanos),
                later(ttl(recorded, false), laterNanos),
                stale.isNumber() ? stale.asLong() * SECOND : 0);
        List<Change> changes = new ArrayList<>();
        double[] at = new double[3];
        Arrays.setAll(at, i -> recorded.get("changes_at_s").get(i).asDouble() * 1_000);
        for (int i = 0; i < recorded.get("lookups").asInt(); i++) {
            long millis = (long) (i * recorded.get("lookup_every_s").asDouble() * 1_000);
            String found = found(name, millis, at);
            String answer = cache.get(() -> found, millis * MILLI);
            String shown = answer == null ? "unknown" : answer;
            if (changes.isEmpty() || !changes.getLast().answer().equals(shown)) {
                changes.add(new Change(millis, shown));
            }
        }
        return changes;
    }

    private static @Nullable String found(int name, long millis, double[] changesAt) {
        boolean web = name == 1;
        if (millis < changesAt[0]) {
            return web ? "12" : null;
        }
        if (millis < changesAt[1]) {
            return web ? "23" : "9";
        }
        return millis < changesAt[2] ? null : web ? "4" : "9";
    }
}
