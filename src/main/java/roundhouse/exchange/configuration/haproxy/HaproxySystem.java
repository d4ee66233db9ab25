package roundhouse.exchange.configuration.haproxy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.topology.json.Problem;

/** Reads sections, one after the other, and has nodes and links made of them. */
final class HaproxySystem {
    private final SystemDraft system;
    private final Remarks remarks;
    private final Map<String, ProxySettings> named = new LinkedHashMap<>();
    private final Map<String, Frontend> frontends = new LinkedHashMap<>();
    private final Map<String, Backend> backends = new LinkedHashMap<>();
    private final Counters.Tables tables = new Counters.Tables();
    private final HaproxyFiles files;
    private final HaproxyCaches caches;
    private ProxySettings defaults = new ProxySettings();
    /** Of the whole process; 0 for none. */
    private int maxconn;

    HaproxySystem(SystemDraft system, Remarks remarks, @Nullable Path directory) {
        this.system = system;
        files = new HaproxyFiles(directory);
        caches = new HaproxyCaches(system);
        this.remarks = remarks;
    }

    Optional<Problem> read(List<HaproxySection> sections) {
        for (HaproxySection section : sections) {
            section.lines().stream()
                    .filter(line -> line.keyword().equals("stick-table"))
                    .forEach(line -> tables.add(section.name(), line));
            if (section.kind().equals("cache")) {
                caches.add(section);
            }
        }
        sections.forEach(this::section);
        caches.tell();
        if (backends.values().stream().allMatch(backend -> backend.servers.isEmpty())) {
            return Optional.of(new Problem("", 0, "it has no backend with servers, so there is nothing to balance"));
        }
        new HaproxyNodes(system, remarks, frontends, backends).make();
        return Optional.empty();
    }

    private void section(HaproxySection section) {
        switch (section.kind()) {
            case "defaults" -> defaults(section);
            case "frontend", "listen", "backend" -> proxy(section);
            case "global" -> global(section);
            // Told of when it is known who uses it.
            case "cache" -> {}
            default -> {
                List<HaproxyLine> all = new ArrayList<>(List.of(section.head()));
                all.addAll(section.lines());
                for (HaproxyLine line : all) {
                    system.missed(line.number(), line.text(), "sections of that kind are not modelled");
                }
            }
        }
    }

    private void global(HaproxySection section) {
        told(section.head(), "settings of the program");
        for (HaproxyLine line : section.lines()) {
            if (line.keyword().equals("nbthread") && line.word(1).equals("1")) {
                told(line, "one thread picks and counts, as here");
            } else if (line.keyword().equals("maxconn")
                    && ProxyLines.whole(line.word(1), 1, 1_000_000_000).isPresent()) {
                maxconn = ProxyLines.whole(line.word(1), 1, 1_000_000_000).orElse(0);
                told(line, "requests that may be at once at a frontend that says nothing of it");
            } else {
                system.missed(line.number(), line.text(), Ignored.inGlobal(line));
            }
        }
    }

    private void defaults(HaproxySection section) {
        String from = section.head().after("from");
        defaults = from(section.head()).orElseGet(ProxySettings::new);
        told(section.head(), "defaults of the proxies below" + (from.isEmpty() ? "" : ", with those of " + from));
        ProxyLines lines = new ProxyLines(defaults, system);
        for (HaproxyLine line : section.lines()) {
            if (!lines.read(line)) {
                system.missed(line.number(), line.text(), Ignored.inProxy(line));
            }
        }
        if (!section.name().isEmpty()) {
            named.put(section.name(), defaults);
        }
    }

    /** A copy of the defaults that a section names; nothing where it names none. */
    private Optional<ProxySettings> from(HaproxyLine head) {
        String from = head.after("from");
        if (!from.isEmpty() && !named.containsKey(from)) {
            system.missed(head.number(), head.text(), "no defaults before it are called " + from);
        }
        return Optional.ofNullable(named.get(from)).map(ProxySettings::copy);
    }

    private void proxy(HaproxySection section) {
        ProxySettings proxy = from(section.head()).orElseGet(defaults::copy);
        boolean listens = !section.kind().equals("backend");
        boolean sends = !section.kind().equals("frontend");
        Frontend frontend = new Frontend(section.head(), proxy);
        Backend backend = new Backend(section, proxy);
        ProxyReader reader = new ProxyReader(frontend, backend, listens, sends, tables, files, caches, system);
        section.lines().forEach(reader::read);
        reader.finish();
        if (section.kind().equals("listen")) {
            frontend.defaultBackend = section.name();
        }
        if (listens && proxy.maxconn == 0) {
            proxy.maxconn = maxconn;
        }
        if (listens) {
            frontends.put(section.name(), frontend);
        }
        if (sends) {
            backends.put(section.name(), backend);
        }
        String kind = section.kind().equals("backend") ? "targets of a balancer" : "a load balancer";
        told(section.head(), sends && backend.servers.isEmpty() ? "a table, or nobody to send to" : kind);
    }

    private void told(HaproxyLine line, String became) {
        system.understood(line.number(), line.text(), became);
    }
}
