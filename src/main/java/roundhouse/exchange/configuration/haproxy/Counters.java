package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.Quota;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.guarding.LimitPer;

/** What a frontend's rules count in stick tables, and the limits that go by these counts. */
final class Counters {
    /** The stick tables of all proxies: over how long each of their rates is counted. */
    static final class Tables {
        private static final Pattern RATE = Pattern.compile("(http_req_rate|gpc0_rate|conn_rate)\\(([^)]*)\\)");

        private final Map<String, Map<String, Duration>> periods = new HashMap<>();

        void add(String proxy, HaproxyLine line) {
            Matcher rates = RATE.matcher(String.join(" ", line.words()));
            while (rates.find()) {
                String name = rates.group(1);
                HaproxyTime.parse(rates.group(2))
                        .ifPresent(period -> periods.computeIfAbsent(proxy, _ -> new HashMap<>())
                                .put(name, period));
            }
        }

        @Nullable
        Duration period(String proxy, String rate) {
            return periods.getOrDefault(proxy, Map.of()).get(rate);
        }
    }

    private final String proxyName;
    private final Tables tables;
    private final Map<String, Tracked> tracked = new HashMap<>();

    /**
     * What a counter follows.
     *
     * @param of the ways in which requests are counted at all
     */
    record Tracked(LimitPer per, @Nullable String header, String table, List<HaproxyConditions.Way> of) {}

    Counters(String proxyName, Tables tables) {
        this.proxyName = proxyName;
        this.tables = tables;
    }

    Tracked track(String counter, String sample, String table, List<HaproxyConditions.Way> of)
            throws HaproxyConditions.NotSaidException {
        HaproxyCondition key = HaproxyCondition.of(List.of(sample));
        Tracked follows = switch (key.name()) {
            case "src" -> new Tracked(LimitPer.ADDRESS, null, table, of);
            case "path", "base", "url" -> new Tracked(LimitPer.PATH, null, table, of);
            case "dst_port", "int" -> new Tracked(LimitPer.ALL, null, table, of);
            case "hdr" -> new Tracked(LimitPer.HEADER, key.argument(), table, of);
            default ->
                throw new HaproxyConditions.NotSaidException(
                        "limits count by address, path, header or all together, not by " + sample);
        };
        tracked.put(counter, follows);
        return follows;
    }

    /** Whether a condition is about such a count. */
    static boolean isCount(HaproxyCondition condition) {
        return condition.name().matches("(sc[0-2]?|src)_(http_req_rate|gpc0_rate|conn_cur)");
    }

    /** What the count follows that a condition is about. */
    Tracked follows(HaproxyCondition condition) throws HaproxyConditions.NotSaidException {
        String name = condition.name();
        String[] arguments = condition.argument().split(",", -1);
        String first = arguments[0].strip();
        if (name.startsWith("src_")) {
            return new Tracked(
                    LimitPer.ADDRESS,
                    null,
                    first.isEmpty() ? proxyName : first,
                    List.of(new HaproxyConditions.Way(List.of(), List.of())));
        }
        String counter = name.startsWith("sc_") ? first : name.substring(2, 3);
        Tracked follows = tracked.get(counter);
        if (follows == null) {
            throw new HaproxyConditions.NotSaidException("no rule before it tracks counter " + counter);
        }
        return follows;
    }

    /** A limit of the count that a condition is about. */
    Limit limit(Limit limit, HaproxyCondition condition) throws HaproxyConditions.NotSaidException {
        String name = condition.name();
        Tracked follows = follows(condition);
        List<String> values = condition.values();
        Optional<Integer> number =
                values.size() == 2 ? ProxyLines.whole(values.get(1), 0, 1_000_000) : Optional.empty();
        if (number.isEmpty()
                || !(values.getFirst().equals("gt") || values.getFirst().equals("ge"))) {
            throw new HaproxyConditions.NotSaidException(
                    "a limit is what a count must not exceed: gt or ge and a number");
        }
        boolean accepted = name.endsWith("gpc0_rate");
        // What was let through before is compared; a request that is counted before that counts itself too.
        int most = number.get() + (values.getFirst().equals("ge") ? accepted ? 0 : -1 : accepted ? 1 : 0);
        if (most < 1) {
            throw new HaproxyConditions.NotSaidException("a limit lets at least one through");
        }
        Limit next;
        if (name.endsWith("conn_cur")) {
            next = limit.with(Limit.KIND, LimitKind.CONCURRENCY).with(Limit.MOST, most);
        } else {
            Duration period = tables.period(follows.table(), accepted ? "gpc0_rate" : "http_req_rate");
            if (period == null) {
                throw new HaproxyConditions.NotSaidException("table " + follows.table() + " does not store that rate");
            }
            if (period.toNanos() > Quota.LONGEST_NANOS) {
                throw new HaproxyConditions.NotSaidException("rates are counted over a day at most");
            }
            next = limit.with(Limit.KIND, LimitKind.HAPROXY_RATE)
                    .with(Limit.RATE, new Quota(most, period.toNanos()))
                    .with(Limit.ACCEPTED_ONLY, accepted);
        }
        next = next.with(Limit.PER, follows.per());
        return follows.header() == null ? next : next.with(Limit.HEADER, follows.header());
    }
}
