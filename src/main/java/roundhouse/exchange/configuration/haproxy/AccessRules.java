package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;

/** Limits of {@code http-request} and {@code tcp-request} rules: deny, tarpit, allow, and rates that stick tables count. */
final class AccessRules {
    private final String proxyName;
    private final ProxySettings proxy;
    private final HaproxyConditions acls;
    private final SystemDraft system;
    private final Counters counters;
    private final LimitOf reader;
    /** By when they are asked: when a connection comes, when something comes in it, when a request does. */
    private final List<List<Limit>> limits = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    AccessRules(
            String proxyName, ProxySettings proxy, HaproxyConditions acls, Counters.Tables tables, SystemDraft system) {
        this.proxyName = proxyName;
        this.proxy = proxy;
        this.acls = acls;
        this.system = system;
        counters = new Counters(proxyName, tables);
        reader = new LimitOf(counters);
    }

    /** In the order in which they are asked. */
    List<Limit> limits() {
        return limits.stream().flatMap(List::stream).toList();
    }

    private List<Limit> asked(HaproxyLine line) {
        return limits.get(
                line.keyword().equals("http-request") ? 2 : line.word(1).equals("content") ? 1 : 0);
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
        String table = line.after("table").isEmpty() ? proxyName : line.after("table");
        Counters.Tracked follows = counters.track(counter, line.word(at + 1), table, acls.ways(line.words()));
        return "counts per " + follows.per().key();
    }

    private String access(HaproxyLine line, String action) throws HaproxyConditions.NotSaidException {
        boolean lets = action.equals("allow") || action.equals("accept");
        Limit limit = Limit.of(lets ? LimitKind.ALLOW : LimitKind.DENY);
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
        List<Limit> made = reader.limits(limit, acls.ways(line.words()));
        asked(line).addAll(made);
        reader.takeDifference().ifPresent(why -> system.missed(line.number(), line.text(), why));
        LimitKind kind = made.getFirst().kind();
        return kind.limiter() != null
                ? "limit of a rate"
                : kind.countsAtOnce() ? "limit of what goes on at once" : "rule of access" + line.cases();
    }

    private String priority(HaproxyLine line, String value) throws HaproxyConditions.NotSaidException {
        String number = value.replaceAll("^int\\(|\\)$", "");
        if (!number.matches("-?\\d{1,4}") || Math.abs(Integer.parseInt(number)) > 2_047) {
            throw new HaproxyConditions.NotSaidException("only a number from -2047 to 2047 is a class");
        }
        Limit limit = Limit.of(LimitKind.PRIORITY).with(Limit.CLASS, Integer.parseInt(number));
        asked(line).addAll(reader.limits(limit, acls.ways(line.words())));
        return "class in the queue";
    }
}
