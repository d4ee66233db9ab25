package roundhouse.exchange.configuration.nginx;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Account;
import roundhouse.limits.Quota;
import roundhouse.routing.RequestMatch;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.guarding.LimitPer;
import roundhouse.topology.nodes.guarding.MethodNames;

/** Writes whom a balancer turns away: {@code limit_req}, {@code limit_conn}, {@code deny} and {@code allow}. */
final class NginxLimits {
    /** At the end of the line of a network that belongs to the rule of the line before. */
    static final String AND = "and";

    private static final long SECOND = 1_000_000_000L;

    private final LoadBalancer balancer;
    private final Account account;
    private final boolean stream;
    private final NginxText zones = new NginxText();
    private @Nullable Integer rateStatus;
    private @Nullable Integer connectionStatus;

    /** @param stream whether it is at layer 4, where nginx can less */
    NginxLimits(LoadBalancer balancer, Account account, boolean stream) {
        this.balancer = balancer;
        this.account = account;
        this.stream = stream;
    }

    /** The zones, which stand before the server, of all that {@link #write} has written. */
    String zones() {
        return zones.toString();
    }

    void write(NginxText text) {
        for (int i = 0; i < balancer.limits().size(); i++) {
            Limit limit = balancer.limits().get(i);
            String pointer = account.node(balancer.id()) + "/limits/" + i;
            String refusal = refusal(
                    limit, balancer.limits().subList(i + 1, balancer.limits().size()));
            if (refusal.isEmpty()) {
                account.said(pointer + "/type");
                account.said(pointer + "/per");
                write(limit, pointer, "zone_" + balancer.id() + "_" + (i + 1), text);
            } else {
                account.unwritten(pointer, refusal);
            }
        }
    }

    private String refusal(Limit limit, List<Limit> later) {
        boolean access = limit.kind() == LimitKind.DENY || limit.kind() == LimitKind.ALLOW;
        if (!access && limit.kind() != LimitKind.LEAKY_BUCKET && limit.kind() != LimitKind.CONCURRENCY) {
            return "nginx limits rates by leaky buckets only, and what goes on at once by key";
        }
        if (limit.path() != null || (limit.header() != null && (access || limit.per() != LimitPer.HEADER))) {
            return "the condition would need a location of its own";
        }
        if (limit.kind() == LimitKind.ALLOW
                && later.stream().anyMatch(its -> its.kind() != LimitKind.ALLOW && its.kind() != LimitKind.DENY)) {
            return "nginx asks all other limits before it allows";
        }
        if (access && limit.methods() != null) {
            return "nginx goes by methods in locations only";
        }
        if (!access && (limit.from() != null || limit.value() != null)) {
            return "nginx has no conditions for limits";
        }
        if (stream && limit.kind() == LimitKind.LEAKY_BUCKET) {
            return "nginx limits no rates at layer 4";
        }
        if (!access && key(limit).isEmpty()) {
            return "nginx knows no sessions, and headers by simple names only";
        }
        return limit.kind() == LimitKind.LEAKY_BUCKET && rate(limit.rate()).isEmpty()
                ? "nginx counts rates in whole requests a second or a minute"
                : "";
    }

    private void write(Limit limit, String pointer, String zone, NginxText text) {
        switch (limit.kind()) {
            case LEAKY_BUCKET -> {
                zones.say("limit_req_zone " + counted(limit, pointer, zone) + " zone=" + zone + ":10m rate="
                        + rate(limit.rate()));
                int burst = limit.burst() == null ? 0 : limit.burst();
                text.say("limit_req zone=" + zone + (burst == 0 ? "" : " burst=" + burst) + delay(limit, burst));
                List.of("/rate", "/burst", "/delay", "/header").forEach(key -> account.said(pointer + key));
                rateStatus = status("limit_req_status", rateStatus, limit.status(), pointer, text);
            }
            case CONCURRENCY -> {
                zones.say("limit_conn_zone " + counted(limit, pointer, zone) + " zone=" + zone + ":10m");
                text.say("limit_conn " + zone + " " + (limit.most() == null ? 1 : limit.most()));
                List.of("/most", "/header").forEach(key -> account.said(pointer + key));
                if (!stream) {
                    connectionStatus = status("limit_conn_status", connectionStatus, limit.status(), pointer, text);
                }
            }
            default -> {
                String word = limit.kind().key();
                String from = limit.from() == null ? "all" : limit.from();
                String[] networks = from.split("\\s*,\\s*", -1);
                for (int i = 0; i < networks.length; i++) {
                    if (i == 0) {
                        text.say(word + " " + networks[i]);
                    } else {
                        text.say(word + " " + networks[i], AND);
                    }
                }
                account.said(pointer + "/from");
            }
        }
    }

    /** The key, or a variable with it that is empty for methods that the limit does not concern, which are not counted then. */
    private String counted(Limit limit, String pointer, String zone) {
        if (limit.methods() == null) {
            return key(limit);
        }
        RequestMatch.Methods methods = MethodNames.match(limit.methods());
        String variable = "$key_of_" + zone.replaceAll("[^A-Za-z0-9]", "_");
        String key = NginxWords.quoted(key(limit));
        zones.open("map $request_method " + variable);
        zones.say("default " + (methods.others() ? key : NginxWords.quoted("")));
        methods.names().stream()
                .distinct()
                .forEach(method -> zones.say(method + " " + (methods.others() ? NginxWords.quoted("") : key)));
        zones.close();
        account.said(pointer + "/methods");
        return variable;
    }

    /** One status holds for all limits of a kind: that of the first. */
    private int status(String directive, @Nullable Integer before, int status, String pointer, NginxText text) {
        if (before == null) {
            text.say(directive + " " + status);
            account.said(pointer + "/status");
            return status;
        }
        if (before == status) {
            account.said(pointer + "/status");
        } else {
            account.unwritten(pointer + "/status", "nginx has one status for all limits of a kind");
        }
        return before;
    }

    private static String delay(Limit limit, int burst) {
        return burst == 0 || limit.delay() == 0 ? "" : limit.delay() >= burst ? " nodelay" : " delay=" + limit.delay();
    }

    private static String key(Limit limit) {
        String header = limit.header() == null ? "" : limit.header().toLowerCase(Locale.ROOT);
        return switch (limit.per()) {
            case ADDRESS -> "$binary_remote_addr";
            case ALL -> "$server_port";
            case PATH -> "$uri";
            case HEADER -> header.matches("[a-z0-9-]+") ? "$http_" + header.replace('-', '_') : "";
            case SESSION -> "";
        };
    }

    private static String rate(@Nullable Quota rate) {
        return rate == null
                ? ""
                : rate.periodNanos() == SECOND
                        ? rate.permits() + "r/s"
                        : rate.periodNanos() == 60 * SECOND ? rate.permits() + "r/m" : "";
    }
}
