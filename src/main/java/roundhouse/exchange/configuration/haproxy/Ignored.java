package roundhouse.exchange.configuration.haproxy;

import java.util.Map;
import java.util.Set;

/** Lines that no part of a system comes of, and why. */
final class Ignored {
    private static final String PROGRAM = "of the program itself, not of where requests go";
    private static final String LOGS = "about logs, not about where requests go";
    private static final String CONNECTIONS = "connections to servers are not modelled one by one";
    private static final String MESSAGES = "changes requests or answers, whose contents are not modelled";

    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("log", LOGS),
            Map.entry("log-format", LOGS),
            Map.entry("log-tag", LOGS),
            Map.entry("capture", LOGS),
            Map.entry("unique-id-format", LOGS),
            Map.entry("unique-id-header", LOGS),
            Map.entry("stats", "statistics of the program, not a part of the system"),
            Map.entry("monitor-uri", "answered by HAProxy itself, for whoever watches it"),
            Map.entry("errorfile", MESSAGES),
            Map.entry("errorloc", MESSAGES),
            Map.entry("compression", MESSAGES),
            Map.entry("http-response", MESSAGES),
            Map.entry("rspadd", MESSAGES),
            Map.entry("reqadd", MESSAGES),
            Map.entry("filter", MESSAGES),
            Map.entry("http-reuse", CONNECTIONS),
            Map.entry("source", "the balancer's own address is not modelled"),
            Map.entry("email-alert", "tells people, not the system"),
            Map.entry("redirect", "a redirect answers at once; requests that are redirected are not modelled"),
            Map.entry("tcp-check", "checked by connection here, not by what the program answers"),
            Map.entry("use-server", "a rule chooses a pool, not a server of one"),
            Map.entry("fullconn", "the limit of a server does not change with what is at the balancer"),
            Map.entry("force-persist", "servers in maintenance are not asked"),
            Map.entry("persist", "servers in maintenance are not asked"));

    private static final String AT_ONCE = "HAProxy answers at once; such requests are not modelled";

    /** By the action of a rule. */
    private static final Map<String, String> ACTIONS = Map.of(
            "redirect",
            AT_ONCE,
            "return",
            AT_ONCE,
            "use-service",
            AT_ONCE,
            "auth",
            "who a client is is not modelled further than its address",
            "silent-drop",
            "who is turned away gets an answer here",
            "wait-for-body",
            "how requests arrive is not modelled in such detail",
            "inspect-delay",
            "how requests arrive is not modelled in such detail");

    private static final Set<String> CONNECTION_OPTIONS = Set.of(
            "http-server-close",
            "httpclose",
            "forceclose",
            "http-keep-alive",
            "http-tunnel",
            "http-pretend-keepalive",
            "prefer-last-server",
            "tcpka",
            "clitcpka",
            "srvtcpka",
            "tcp-smart-accept",
            "tcp-smart-connect",
            "nolinger",
            "abortonclose",
            "http-no-delay",
            "http-use-htx",
            "splice-auto",
            "splice-request",
            "splice-response");
    private static final Set<String> LOG_OPTIONS = Set.of(
            "httplog",
            "tcplog",
            "dontlognull",
            "dontlog-normal",
            "log-health-checks",
            "log-separate-errors",
            "logasap",
            "socket-stats",
            "contstats",
            "httpslog");

    private Ignored() {}

    /** Of a parameter of a server. */
    static String ofServer(String word) {
        if (word.matches("resolvers|resolve-.*|init-addr")) {
            return "names of servers are not looked up";
        }
        if (word.matches(
                "ssl|verify|verifyhost|ca-file|crt|crl-file|sni|alpn|npn|ciphers|ciphersuites|ssl-.*|no-.*|force-.*|check-(ssl|sni|alpn)")) {
            return "connections to servers are not encrypted here";
        }
        if (word.matches("send-proxy.*|check-send-proxy|proto|check-proto|namespace|source|socks4|tcp-ut|tfo|usesrc")) {
            return "how servers are spoken to is not modelled";
        }
        if (word.matches("pool-.*|max-reuse")) {
            return CONNECTIONS;
        }
        if (word.equals("track")) {
            return "each server is checked by itself";
        }
        if (word.equals("minconn")) {
            return "the limit of a server does not change with what is at the balancer";
        }
        return word.startsWith("agent-")
                ? "servers do not tell their own weight here"
                : "no part of the model knows this parameter";
    }

    static String inGlobal(HaproxyLine line) {
        return line.keyword().equals("log") ? LOGS : PROGRAM;
    }

    static String inProxy(HaproxyLine line) {
        String known = WHY.get(line.keyword());
        if (known != null) {
            return known;
        }
        if (line.keyword().equals("option") || line.keyword().equals("no")) {
            String option = line.keyword().equals("no") ? line.word(2) : line.word(1);
            return CONNECTION_OPTIONS.contains(option)
                    ? CONNECTIONS
                    : LOG_OPTIONS.contains(option)
                            ? LOGS
                            : option.equals("forwardfor") || option.equals("originalto")
                                    ? MESSAGES
                                    : "no part of the model knows this option";
        }
        if (line.keyword().equals("http-request") || line.keyword().equals("tcp-request")) {
            String action = line.word(line.word(1).matches("connection|content|session") ? 2 : 1);
            String why = ACTIONS.get(action);
            if (why != null) {
                return why;
            }
        }
        return line.keyword().startsWith("http-request") || line.keyword().startsWith("http-after")
                ? "the action changes requests or answers, whose contents are not modelled"
                : line.keyword().startsWith("errorfile") ? MESSAGES : "no part of the model knows this keyword";
    }
}
