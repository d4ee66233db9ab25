package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.topology.nodes.parts.Sticky;

/** Reads the lines of one frontend, backend or listen section. */
final class ProxyReader {
    private static final String NAMELESS = "it names no backend";

    private final Frontend frontend;
    private final Backend backend;
    private final boolean listens;
    private final boolean sends;
    private final SystemDraft system;
    private final ProxyLines lines;
    private final HaproxyConditions acls;
    private final HaproxyMaps maps;
    private final HaproxyCaches caches;
    private final Steps steps = new Steps();
    private final AccessRules access;
    private @Nullable HaproxyLine table;
    private @Nullable HaproxyLine stick;

    ProxyReader(
            Frontend frontend,
            Backend backend,
            boolean listens,
            boolean sends,
            Counters.Tables tables,
            HaproxyFiles files,
            HaproxyCaches caches,
            SystemDraft system) {
        this.frontend = frontend;
        this.backend = backend;
        this.listens = listens;
        this.sends = sends;
        this.system = system;
        acls = new HaproxyConditions(files);
        maps = new HaproxyMaps(files);
        this.caches = caches;
        lines = new ProxyLines(frontend.proxy, system);
        access = new AccessRules(frontend.name, frontend.proxy, acls, tables, system);
    }

    void read(HaproxyLine line) {
        switch (line.keyword()) {
            case "bind" -> bind(line);
            case "acl" -> {
                boolean whole = line.words().size() > 2;
                if (whole) {
                    acls.add(line);
                }
                told(line, whole, whole ? "a condition" + line.cases() : "an ACL has a name and what it asks");
            }
            case "use_backend" -> useBackend(line);
            case "default_backend" -> {
                frontend.defaultBackend = line.word(1);
                boolean named = !line.word(1).isEmpty();
                told(line, named, named ? "where the other requests go" : NAMELESS);
            }
            case "http-request", "tcp-request" -> {
                if (line.word(1).equals("cache-use")) {
                    caches.use(line).ifPresent(cache -> frontend.proxy.cache = cache);
                } else if (listens) {
                    access.read(line);
                } else {
                    system.missed(
                            line.number(), line.text(), "a balancer has one list of limits, that of its frontend");
                }
            }
            case "http-response" -> {
                if (line.word(1).equals("cache-store")) {
                    caches.store(line);
                } else {
                    system.missed(line.number(), line.text(), Ignored.inProxy(line));
                }
            }
            case "stick-table" -> {
                table = line;
                boolean read = line.words().contains("type");
                told(line, read, read ? "a table of the balancer" : "a table has a type");
            }
            case "stick" -> {
                stick = line;
                boolean on = line.word(1).equals("on") && !line.words().contains("if");
                told(line, on, on ? "clients keep their server" : "only \"stick on\" of all requests is modelled");
            }
            case "server", "server-template" -> server(line);
            default -> {
                if (!lines.read(line)) {
                    system.missed(line.number(), line.text(), Ignored.inProxy(line));
                }
            }
        }
    }

    private void bind(HaproxyLine line) {
        frontend.binds.add(line.word(1));
        frontend.tls |= line.words().contains("ssl");
        told(line, listens, listens ? "where it listens" : "a backend does not listen");
    }

    private void useBackend(HaproxyLine line) {
        if (line.word(1).isEmpty()) {
            told(line, false, NAMELESS);
            return;
        }
        try {
            List<HaproxyConditions.Way> ways = acls.ways(line.words());
            if (!line.word(1).contains("%[")) {
                steps.add(line, line.word(1), ways);
                return;
            }
            for (HaproxyMaps.Entry entry : maps.entries(line)) {
                List<HaproxyConditions.Way> both = new ArrayList<>();
                for (HaproxyConditions.Way way : ways) {
                    List<HaproxyCondition> all = new ArrayList<>(way.all());
                    all.addAll(entry.conditions());
                    both.add(new HaproxyConditions.Way(all, way.none()));
                }
                steps.add(line, entry.backend(), both);
            }
        } catch (HaproxyConditions.NotSaidException e) {
            system.missed(line.number(), line.text(), e.why());
        }
    }

    private void server(HaproxyLine line) {
        Optional<ServerLine> server = sends ? ServerLine.of(line, frontend.proxy.defaultServer) : Optional.empty();
        if (server.isEmpty()) {
            system.missed(
                    line.number(),
                    line.text(),
                    sends
                            ? "a server has a name and an address, and a template at most 1,000"
                            : "a frontend has no servers");
            return;
        }
        backend.servers.add(server.get());
        system.understood(line.number(), line.text(), "a target");
        server.get().unknown().forEach(word -> system.missed(line.number(), word, Ignored.ofServer(word)));
    }

    /** What several lines say together. */
    void finish() {
        frontend.limits = access.limits();
        frontend.rules.addAll(steps.rules(frontend.defaultBackend, new Steps.Told() {
            @Override
            public void understood(HaproxyLine line) {
                system.understood(line.number(), line.text(), "a rule" + line.cases());
            }

            @Override
            public void missed(HaproxyLine line, String why) {
                system.missed(line.number(), line.text(), why);
            }
        }));
        if (frontend.proxy.cookie && !frontend.proxy.tcp && !frontend.proxy.dynamicCookies) {
            tellCookies();
        }
        if (table == null || stick == null || !stick.word(1).equals("on")) {
            return;
        }
        HaproxyCondition by = HaproxyCondition.of(List.of(stick.word(2)));
        boolean header = by.name().equals("hdr") && !by.argument().isBlank();
        if (!by.name().equals("src") && !header) {
            system.missed(stick.number(), stick.text(), "clients keep their server by address or header");
            return;
        }
        Sticky sticky =
                header ? Sticky.HEADER.with(Sticky.of(Sticky.By.HEADER), by.argument()) : Sticky.of(Sticky.By.ADDRESS);
        Duration life = HaproxyTime.parse(table.after("expire")).orElse(null);
        backend.sticky = Sticky.WHEN_FULL.with(
                Sticky.SIZE.with(Sticky.LIFE.with(sticky, life), size(table.after("size"))),
                table.words().contains("nopurge") ? Sticky.WhenFull.KEEP : Sticky.WhenFull.PURGE);
    }

    /** Here each server has a cookie of its own. */
    private void tellCookies() {
        Set<String> seen = new HashSet<>();
        for (ServerLine server : backend.servers) {
            String cookie = server.values().get("cookie");
            if (cookie == null && !server.has("disabled")) {
                system.missed(
                        server.line().number(), server.name(), "HAProxy lets its clients go again; here they keep it");
            } else if (cookie != null && !seen.add(cookie)) {
                system.missed(
                        server.line().number(),
                        "cookie " + cookie,
                        "several have that cookie, of which the first that is up serves; here a client keeps the one it was given");
            }
        }
    }

    private static int size(String text) {
        int factor = text.endsWith("k") ? 1_024 : text.endsWith("m") ? 1_048_576 : 1;
        String digits = factor == 1 ? text : text.substring(0, text.length() - 1);
        long size = ProxyLines.whole(digits, 1, 1_000_000_000).orElse(1_000_000) * (long) factor;
        return (int) Math.min(size, 10_000_000);
    }

    private void told(HaproxyLine line, boolean understood, String note) {
        if (understood) {
            system.understood(line.number(), line.text(), note);
        } else {
            system.missed(line.number(), line.text(), note);
        }
    }
}
