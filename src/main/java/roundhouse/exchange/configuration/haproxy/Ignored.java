package roundhouse.exchange.configuration.haproxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import roundhouse.exchange.configuration.WordReasons;

/** Lines that no part of a system comes of, and why. */
final class Ignored {
    private static final String LOGS = "about logs, not about where requests go";
    private static final String CONNECTIONS = "connections to servers are not modelled one by one";
    private static final String MESSAGES = "changes requests or answers, whose contents are not modelled";

    private static final Map<String, String> WHY = WordReasons.byWord(Map.ofEntries(
            Map.entry(LOGS, List.of("log", "log-format", "log-tag", "capture", "unique-id-format", "unique-id-header")),
            Map.entry("statistics of the program, not a part of the system", List.of("stats")),
            Map.entry("answered by HAProxy itself, for whoever watches it", List.of("monitor-uri")),
            Map.entry(
                    MESSAGES,
                    List.of("errorfile", "errorloc", "compression", "http-response", "rspadd", "reqadd", "filter")),
            Map.entry(CONNECTIONS, List.of("http-reuse")),
            Map.entry("the balancer's own address is not modelled", List.of("source")),
            Map.entry("tells people, not the system", List.of("email-alert")),
            Map.entry("a redirect answers at once; requests that are redirected are not modelled", List.of("redirect")),
            Map.entry("checked by connection here, not by what the program answers", List.of("tcp-check")),
            Map.entry("a rule chooses a pool, not a server of one", List.of("use-server")),
            Map.entry("the limit of a server does not change with what is at the balancer", List.of("fullconn")),
            Map.entry(
                    "a client whose server is down or in maintenance goes to another",
                    List.of("force-persist", "persist")),
            Map.entry("every request of a client goes to the server that it keeps", List.of("ignore-persist"))));

    private static final Map<String, String> COOKIES = WordReasons.byWord(Map.of(
            "servers set no cookies themselves, so there is none to keep", List.of("preserve"),
            "the first answer brings the cookie, whatever was asked", List.of("postonly"),
            "a cookie lives as long as its user's session", List.of("maxidle", "maxlife")));

    /** By the action of a rule. */
    private static final Map<String, String> ACTIONS = WordReasons.byWord(Map.of(
            "HAProxy answers at once; such requests are not modelled", List.of("redirect", "return", "use-service"),
            "who a client is is not modelled further than its address", List.of("auth"),
            "who is turned away gets an answer here", List.of("silent-drop"),
            "how requests arrive is not modelled in such detail", List.of("wait-for-body", "inspect-delay")));

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

    /** Of a word about the cookie that HAProxy inserts; nothing where it is as here. */
    static Optional<String> ofCookie(String word) {
        return Optional.ofNullable(COOKIES.get(word));
    }

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
        return line.keyword().equals("log") ? LOGS : "of the program itself, not of where requests go";
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
