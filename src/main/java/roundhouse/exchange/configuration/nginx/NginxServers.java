package roundhouse.exchange.configuration.nginx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.nginx.syntax.Directive;

/** Servers that listen on the same ports are one entrance, where requests are told apart by their hosts. */
final class NginxServers {
    private final NginxNotes notes;

    NginxServers(NginxNotes notes) {
        this.notes = notes;
    }

    /**
     * An entrance.
     *
     * @param servers in their order; the first takes requests to hosts that no other is for
     * @param ports where it listens
     * @param remark whose it is by a remark of an export; empty for that of another configuration
     */
    record Entrance(List<Directive> servers, Set<String> ports, String remark) {}

    /** All of a block. */
    List<Entrance> of(Directive outermost, Remarks remarks) {
        List<Entrance> entrances = new ArrayList<>();
        Map<String, Entrance> byPort = new LinkedHashMap<>();
        for (Directive server :
                outermost.all("server").filter(Directive::hasBlock).toList()) {
            Set<String> ports = ports(server);
            Entrance there = ports.stream()
                    .filter(byPort::containsKey)
                    .map(byPort::get)
                    .findFirst()
                    .orElse(null);
            String remark = server.file().isEmpty() ? remarks.at(server.line()).orElse("") : "";
            if (there == null) {
                there = new Entrance(new ArrayList<>(), new LinkedHashSet<>(), remark.split(" ", -1)[0]);
                entrances.add(there);
            }
            boolean first =
                    server.all("listen").anyMatch(listen -> listen.arguments().contains("default_server"));
            there.servers().add(first ? 0 : there.servers().size(), server);
            there.ports().addAll(ports);
            for (String port : ports) {
                byPort.putIfAbsent(port, there);
            }
        }
        return entrances;
    }

    /** {@code 8080} of {@code 127.0.0.1:8080}; 80 where nothing is said. */
    private static Set<String> ports(Directive server) {
        Set<String> ports = new LinkedHashSet<>();
        server.all("listen").forEach(listen -> {
            String where = listen.argument(0);
            String port = where.substring(where.lastIndexOf(':') + 1);
            ports.add(where.startsWith("unix:") ? where : port.matches("\\d{1,5}") ? port : "80");
        });
        if (ports.isEmpty()) {
            ports.add("80");
        }
        return ports;
    }

    /** The hosts that a server of an entrance is for; none when it takes all. */
    List<String> hosts(Entrance entrance, Directive server) {
        List<String> hosts = new ArrayList<>();
        boolean takesAll = entrance.servers().getFirst().equals(server);
        server.all("server_name").forEach(names -> {
            for (String name : names.arguments()) {
                String host = name.startsWith(".") ? "*" + name : name;
                if (!takesAll && isHost(host)) {
                    hosts.add(host);
                }
            }
            if (takesAll) {
                notes.understood(names, "it takes requests to all hosts that no other server is for");
            } else if (hosts.isEmpty()) {
                notes.missed(names, "no host that rules here can name");
            } else {
                notes.understood(names, "hosts of rules");
            }
        });
        return hosts;
    }

    /** Whether rules can have it as a host. */
    static boolean isHost(String text) {
        return text.matches("(\\*\\.)?[A-Za-z0-9_-][A-Za-z0-9._-]*(\\.\\*)?")
                && !text.equals("_")
                && text.length() <= 255;
    }
}
