package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code server} or {@code server-template} with what {@code default-server} says.
 *
 * @param line where it stands
 * @param name of the server, or the prefix of several
 * @param count how many it stands for
 * @param address {@code 10.0.0.1:8080}
 * @param values parameters with a value, by name
 * @param flags parameters without
 * @param unknown parameters of which no part of a system comes
 */
record ServerLine(
        HaproxyLine line,
        String name,
        int count,
        String address,
        Map<String, String> values,
        Set<String> flags,
        List<String> unknown) {
    private static final int MOST = 1_000;
    private static final Set<String> VALUES = Set.of(
            "weight",
            "maxconn",
            "maxqueue",
            "inter",
            "fastinter",
            "downinter",
            "rise",
            "fall",
            "port",
            "slowstart",
            "cookie",
            "observe",
            "error-limit",
            "on-error",
            "on-marked-down",
            "on-marked-up");
    private static final Set<String> FLAGS = Set.of("check", "backup", "disabled");
    /** They have a value too, but nothing comes of them. */
    private static final Set<String> OTHER_VALUES = Set.of(
            "id",
            "addr",
            "resolvers",
            "resolve-prefer",
            "init-addr",
            "track",
            "minconn",
            "proto",
            "ca-file",
            "crt",
            "verify",
            "sni",
            "alpn",
            "source",
            "pool-max-conn",
            "pool-purge-delay",
            "pool-low-conn",
            "max-reuse",
            "agent-port",
            "agent-inter",
            "agent-addr",
            "verifyhost",
            "ciphers",
            "resolve-net",
            "tcp-ut",
            "namespace",
            "check-sni",
            "check-alpn",
            "check-proto",
            "log-proto",
            "send-proxy-v2-options",
            "socks4",
            "redir",
            "resolve-opts");

    /** Nothing where the line lacks a name or an address. */
    static Optional<ServerLine> of(HaproxyLine line, List<String> defaults) {
        boolean template = line.keyword().equals("server-template");
        int first = template ? 4 : 3;
        String address = line.word(first - 1);
        if (line.word(1).isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        int count = template ? count(line.word(2)) : 1;
        if (count < 1 || count > MOST) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new java.util.LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        read(defaults, values, flags, unknown);
        read(line.from(first), values, flags, unknown);
        return Optional.of(new ServerLine(line, line.word(1), count, address, values, flags, unknown));
    }

    private static int count(String range) {
        String[] ends = range.split("-", -1);
        if (ends.length == 1) {
            return ProxyLines.whole(ends[0], 1, MOST).orElse(0);
        }
        return ProxyLines.whole(ends[1], 1, MOST).orElse(0)
                - ProxyLines.whole(ends[0], 1, MOST).orElse(MOST)
                + 1;
    }

    private static void read(List<String> words, Map<String, String> values, Set<String> flags, List<String> unknown) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (VALUES.contains(word) && i + 1 < words.size()) {
                values.put(word, words.get(++i));
            } else if (FLAGS.contains(word)) {
                flags.add(word);
            } else if (word.equals("no-check") || word.equals("no-backup") || word.equals("enabled")) {
                flags.remove(word.equals("enabled") ? "disabled" : word.substring(3));
            } else {
                unknown.add(word);
                if (OTHER_VALUES.contains(word) && i + 1 < words.size()) {
                    i++;
                }
            }
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<Duration> time(String name) {
        return HaproxyTime.parse(values.getOrDefault(name, ""));
    }

    Optional<Integer> whole(String name, int min, int max) {
        return ProxyLines.whole(values.getOrDefault(name, ""), min, max);
    }
}
