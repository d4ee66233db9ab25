package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.NetworkValues;
import roundhouse.exchange.configuration.PathPatterns;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.limits.Quota;
import roundhouse.topology.nodes.guarding.CidrBlock;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.guarding.LimitPer;

/** Limits of {@code http-request} and {@code tcp-request} rules: deny, tarpit, allow, and rates that stick tables count. */
final class AccessRules {
    private final String proxyName;
    private final ProxySettings proxy;
    private final HaproxyConditions acls;
    private final Tables tables;
    private final SystemDraft system;
    private final Map<String, Tracked> tracked = new HashMap<>();
    private final List<Limit> limits = new ArrayList<>();

    /** What a counter follows. */
    private record Tracked(LimitPer per, @Nullable String header, String table) {}

    AccessRules(String proxyName, ProxySettings proxy, HaproxyConditions acls, Tables tables, SystemDraft system) {
        this.proxyName = proxyName;
        this.proxy = proxy;
        this.acls = acls;
        this.tables = tables;
        this.system = system;
    }

    List<Limit> limits() {
        return limits;
    }

    void read(HaproxyLine line) {
        try {
            String became = read(line, line.keyword().equals("tcp-request") ? 2 : 1);
            if (became.isEmpty()) {
                system.missed(line.number(), line.text(), Ignored.inProxy(line));
            } else {
                system.understood(line.number(), line.text(), became);
            }
        } catch (HaproxyConditions.NotSaidException e) {
            system.missed(line.number(), line.text(), e.why());
        }
    }

    private String read(HaproxyLine line, int at) throws HaproxyConditions.NotSaidException {
        String action = line.word(at);
        if (action.matches("track-sc[0-2]")) {
            return track(line, at, action.substring(8));
        }
        return switch (action) {
            case "deny", "reject", "tarpit", "allow", "accept" -> access(line, action);
            case "set-priority-class" -> priority(line, line.word(at + 1));
            default ->
                action.startsWith("sc-inc-gpc0") || action.startsWith("sc_inc_gpc0")
                        ? "what is let through counts"
                        : "";
        };
    }

    private String track(HaproxyLine line, int at, String counter) throws HaproxyConditions.NotSaidException {
        String sample = line.word(at + 1);
        String table = line.after("table").isEmpty() ? proxyName : line.after("table");
        HaproxyCondition key = HaproxyCondition.of(List.of(sample));
        Tracked follows = switch (key.name()) {
            case "src" -> new Tracked(LimitPer.ADDRESS, null, table);
            case "path", "base", "url" -> new Tracked(LimitPer.PATH, null, table);
            case "dst_port", "int" -> new Tracked(LimitPer.ALL, null, table);
            case "hdr" -> new Tracked(LimitPer.HEADER, key.argument(), table);
            default ->
                throw new HaproxyConditions.NotSaidException(
                        "limits count by address, path, header or all together, not by " + sample);
        };
        if (line.words().contains("if") || line.words().contains("unless")) {
            throw new HaproxyConditions.NotSaidException("a limit counts whatever it can turn away");
        }
        tracked.put(counter, follows);
        return "counts per " + follows.per().name().toLowerCase(java.util.Locale.ROOT);
    }

    private String access(HaproxyLine line, String action) throws HaproxyConditions.NotSaidException {
        boolean lets = action.equals("allow") || action.equals("accept");
        List<Limit> made = new ArrayList<>();
        for (HaproxyConditions.Way way : acls.ways(line.words())) {
            Limit limit = Limit.of(lets ? LimitKind.ALLOW : LimitKind.DENY);
            for (HaproxyCondition condition : way.all()) {
                limit = with(limit, condition);
            }
            for (List<HaproxyCondition> not : way.none()) {
                limit = without(limit, not);
            }
            if (!lets) {
                int status = ProxyLines.whole(
                                line.after(line.words().contains("deny_status") ? "deny_status" : "status"), 400, 599)
                        .orElse(action.equals("tarpit") ? 500 : 403);
                limit = limit.with(Limit.STATUS, status);
            }
            if (action.equals("tarpit")) {
                Duration connect = proxy.time(ProxySettings.Time.CONNECT);
                Duration held = proxy.time(ProxySettings.Time.TARPIT);
                limit = limit.with(Limit.TARPIT, held == null ? connect : held);
            }
            made.add(limit);
        }
        limits.addAll(made);
        return made.getFirst().kind() == LimitKind.HAPROXY_RATE ? "limit of a rate" : "rule of access";
    }

    private String priority(HaproxyLine line, String value) throws HaproxyConditions.NotSaidException {
        String number = value.replaceAll("^int\\(|\\)$", "");
        if (!number.matches("-?\\d{1,4}") || Math.abs(Integer.parseInt(number)) > 2_047) {
            throw new HaproxyConditions.NotSaidException("only a number from -2047 to 2047 is a class");
        }
        for (List<HaproxyCondition> all : acls.alternatives(line.words())) {
            Limit limit = Limit.of(LimitKind.PRIORITY).with(Limit.CLASS, Integer.parseInt(number));
            for (HaproxyCondition condition : all) {
                limit = with(limit, condition);
            }
            limits.add(limit);
        }
        return "class in the queue";
    }

    private Limit with(Limit limit, HaproxyCondition condition) throws HaproxyConditions.NotSaidException {
        String value = condition.values().isEmpty() ? "" : condition.values().getFirst();
        boolean single = condition.values().size() == 1 && !condition.isOfFile();
        switch (condition.name()) {
            case "src" -> {
                if (!condition.isOfFile()
                        && !condition.values().isEmpty()
                        && condition.values().stream().allMatch(its -> CidrBlock.isNetwork(network(its)))) {
                    return limit.with(
                            Limit.FROM,
                            String.join(
                                    ", ",
                                    condition.values().stream()
                                            .map(AccessRules::network)
                                            .toList()));
                }
            }
            case "path" -> {
                if (single && condition.match().equals("str") && value.startsWith("/")) {
                    return limit.with(Limit.PATH, value);
                }
                if (single && condition.match().equals("beg") && value.startsWith("/")) {
                    return limit.with(Limit.PATH, value + "*");
                }
            }
            case "path_reg" -> {
                List<String> patterns = PathPatterns.of(value, false);
                if (single && patterns.size() == 1) {
                    return limit.with(Limit.PATH, patterns.getFirst());
                }
            }
            case "path_beg" -> {
                if (single && value.startsWith("/")) {
                    return limit.with(Limit.PATH, value + "*");
                }
            }
            case "hdr" -> {
                if (single
                        && condition.match().equals("str")
                        && !condition.argument().isEmpty()) {
                    return limit.with(Limit.HEADER, condition.argument()).with(Limit.VALUE, value);
                }
            }
            default -> {
                if (condition.name().matches("(sc[0-2]?|src)_(http_req_rate|gpc0_rate|conn_cur)")) {
                    return counted(limit, condition);
                }
            }
        }
        throw new HaproxyConditions.NotSaidException("limits go by address, one path and one header, not by "
                + condition.sample() + " " + String.join(" ", condition.flags()));
    }

    /** For all addresses but some: a limit has no other "not". */
    private static Limit without(Limit limit, List<HaproxyCondition> not) throws HaproxyConditions.NotSaidException {
        NetworkValues networks = new NetworkValues("in");
        for (HaproxyCondition condition : not) {
            boolean known = condition.name().equals("src") && !condition.isOfFile() && limit.from() == null;
            for (String network : condition.values()) {
                known &= networks.put(network, "out");
            }
            if (!known) {
                throw new HaproxyConditions.NotSaidException("a limit has no \"not\" but of addresses");
            }
        }
        return limit.with(
                Limit.FROM,
                networks.where("in"::equals)
                        .orElseThrow(() -> new HaproxyConditions.NotSaidException("these are too many networks")));
    }

    private static String network(String text) {
        return text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32");
    }

    private Limit counted(Limit limit, HaproxyCondition condition) throws HaproxyConditions.NotSaidException {
        String name = condition.name();
        String[] arguments = condition.argument().split(",", -1);
        String counter = name.startsWith("sc_") ? arguments[0].strip() : name.substring(2, 3);
        Tracked follows = name.startsWith("src_")
                ? new Tracked(LimitPer.ADDRESS, null, arguments[0].isBlank() ? proxyName : arguments[0].strip())
                : tracked.get(counter);
        if (follows == null) {
            throw new HaproxyConditions.NotSaidException("no rule before it tracks counter " + counter);
        }
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
