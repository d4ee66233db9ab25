package roundhouse.exchange.configuration.compose;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.ConfigurationImporter;
import roundhouse.exchange.configuration.ConfigurationText;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.topology.json.FileText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Health;

/** Makes nodes of services, and links of what they need. */
final class ComposeSystem {
    private static final long CACHE_BYTES = 64L << 20;
    private static final Pattern PART = Pattern.compile("(\\d{1,6})(ms|s|m|h)");
    private static final Duration LOOKUP = Duration.ofMillis(1);

    private static final Map<String, String> NOT_MODELLED = Map.ofEntries(
            Map.entry("environment", "settings of the program within"),
            Map.entry("env_file", "settings of the program within"),
            Map.entry("command", "how the program is started"),
            Map.entry("entrypoint", "how the program is started"),
            Map.entry("build", "how the image is made"),
            Map.entry("restart", "a server that has crashed recovers when the scenario says so"),
            Map.entry("networks", "all services reach whom they need"),
            Map.entry("secrets", "settings of the program within"),
            Map.entry("configs", "settings of the program within"),
            Map.entry("logging", "about logs"),
            Map.entry("labels", "words for other programs"),
            Map.entry("container_name", "the service's name is used"),
            Map.entry("hostname", "the service's name is used"),
            Map.entry("expose", "all services reach whom they need"));

    private final SystemDraft system;
    private final @Nullable Path directory;
    private final List<ConfigurationImporter> ofBalancers;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    /** Balancers whose own configuration says where they send. */
    private final List<String> configured = new ArrayList<>();

    ComposeSystem(SystemDraft system, @Nullable Path directory, List<ConfigurationImporter> ofBalancers) {
        this.system = system;
        this.directory = directory;
        this.ofBalancers = ofBalancers;
    }

    Optional<Problem> read(Yaml root) {
        root.get("services").fields().forEach((name, yaml) -> services.put(name, new Service(name, yaml.line(), yaml)));
        if (services.isEmpty()) {
            return Optional.of(new Problem("", root.get("services").line(), "it has no services"));
        }
        root.fields().forEach((key, value) -> {
            if (!key.equals("services")) {
                system.missed(
                        value.line(), key, key.startsWith("x-") ? "for whoever repeats it" : "no part of the system");
            }
        });
        services.values().forEach(service -> {
            String id = system.newId(service.name());
            ids.put(service.name(), id);
            system.put(node(id, service));
        });
        services.values().forEach(this::configuration);
        services.values().forEach(this::links);
        services.values().forEach(this::entrance);
        services.values().forEach(this::told);
        return Optional.empty();
    }

    private Node node(String id, Service service) {
        Integer cores = service.cores();
        return switch (service.kind()) {
            case BALANCER -> {
                LoadBalancer balancer = LoadBalancer.of(id);
                yield cores == null ? balancer : balancer.with(LoadBalancer.CORES, cores);
            }
            case CACHE -> {
                if (service.memory().isEmpty()) {
                    system.assumed("Caches hold 64 MiB.");
                }
                long bytes = service.memory().orElse(CACHE_BYTES);
                yield CacheNode.of(
                        id, CacheSettings.of(1).with(CacheSettings.CAPACITY, new CacheCapacity(bytes, true)));
            }
            case DATABASE -> {
                system.assumed("Databases need 1 ms for a request.");
                Database database = Database.of(id, new Distribution.Fixed(LOOKUP));
                yield cores == null ? database : database.with(Database.CORES, cores);
            }
            case SERVER -> {
                Server server = system.server(id);
                server = cores == null ? server : server.with(Server.CORES, cores);
                yield service.replicas() > 1 ? server.with(Server.COUNT, service.replicas()) : server;
            }
        };
    }

    /** What is mounted beside the file and in a language that is known says how a balancer picks. */
    private void configuration(Service service) {
        if (service.kind() != ImageKind.BALANCER || directory == null) {
            return;
        }
        for (String mounted : service.mounted()) {
            Path file = beside(mounted);
            String name = file == null ? "" : String.valueOf(file.getFileName());
            for (ConfigurationImporter importer : ofBalancers) {
                if (file == null
                        || !importer.isNamed(name)
                        || !(FileText.read(file, "a configuration") instanceof FileText.Result.Text(String text))) {
                    continue;
                }
                SystemDraft inner = new SystemDraft(service.name(), importer.title());
                Optional<Problem> problem = importer.read(new ConfigurationText(text, file.getParent()), inner);
                if (problem.isPresent()) {
                    system.missed(
                            service.yaml().get("volumes").line(),
                            mounted,
                            problem.get().toString());
                } else {
                    adopt(service, inner);
                    system.understood(service.yaml().get("volumes").line(), mounted, "read as what the balancer does");
                }
                return;
            }
        }
    }

    /** A file below the directory; nothing that leads out of it is read. */
    private @Nullable Path beside(String mounted) {
        try {
            Path base = directory == null ? null : directory.normalize();
            Path file = base == null ? null : base.resolve(mounted).normalize();
            return file != null && file.startsWith(base) ? file : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }

    /** The balancer of another configuration, whose servers are services where their addresses name some. */
    private void adopt(Service service, SystemDraft inner) {
        String id = ids.getOrDefault(service.name(), service.name());
        List<Node> balancers =
                inner.nodes().stream().filter(LoadBalancer.class::isInstance).toList();
        Map<String, String> names = new LinkedHashMap<>();
        for (Node node : balancers) {
            String its = balancers.size() == 1 ? id : system.newId(service.name() + "-" + node.id());
            names.put(node.id(), its);
            system.put(node.renamed(its));
        }
        for (Link link : inner.links()) {
            String host = String.valueOf(link.address()).replaceAll(":\\d+$", "");
            String target = names.getOrDefault(link.to(), ids.getOrDefault(host, ids.get(link.to())));
            if (target == null) {
                target = system.newId(link.to());
                system.put(system.server(target));
                names.put(link.to(), target);
            }
            String from = names.get(link.from());
            if (from != null && !from.equals(target)) {
                system.put(link.between(from, target).with(Link.ADDRESS, null));
            }
        }
        configured.add(service.name());
        if (balancers.size() > 1) {
            system.put(Link.of(id, names.getOrDefault(balancers.getFirst().id(), id), Link.DEFAULT_LATENCY));
        }
    }

    private void links(Service service) {
        for (String name : service.needs()) {
            String to = ids.get(name);
            String from = ids.get(service.name());
            Service target = services.get(name);
            if (to == null || from == null || target == null) {
                system.missed(service.yaml().get("depends_on").line(), name, "there is no such service");
                continue;
            }
            if (reaches(name, service.name(), new ArrayList<>()) || service.kind() == ImageKind.DATABASE) {
                continue;
            }
            boolean balances = service.kind() == ImageKind.BALANCER;
            boolean data = target.kind() == ImageKind.CACHE || target.kind() == ImageKind.DATABASE;
            if (balances ? configured.contains(service.name()) || data : service.kind() == ImageKind.CACHE && !data) {
                continue;
            }
            system.put(Link.of(from, to, Link.DEFAULT_LATENCY));
            ask(from, to, target.kind());
        }
    }

    /** Who asks whom: servers call services, and have their data in caches and databases. */
    private void ask(String from, String to, ImageKind kind) {
        Node node = system.node(from).orElseThrow();
        if (kind == ImageKind.CACHE || kind == ImageKind.DATABASE) {
            if (node.asksKeepers()) {
                system.put(node.keptBy(to, kind == ImageKind.DATABASE));
            }
        } else if (node.makesCalls()) {
            system.put(node.calling(to));
        }
    }

    private boolean reaches(String from, String to, List<String> seen) {
        Service service = services.get(from);
        if (from.equals(to)) {
            return true;
        }
        if (service == null || seen.contains(from)) {
            return false;
        }
        seen.add(from);
        return service.needs().stream().anyMatch(next -> reaches(next, to, seen));
    }

    /** Clients come to what is published: to a server by a balancer before its replicas, as Docker has one of its own. */
    private void entrance(Service service) {
        String id = ids.getOrDefault(service.name(), "");
        boolean reached = system.links().stream().anyMatch(link -> link.to().equals(id));
        if (service.kind() != ImageKind.SERVER || reached || !(service.isPublished() || services.size() == 1)) {
            return;
        }
        String balancer = system.newId("to-" + service.name());
        LoadBalancer before = LoadBalancer.SETTINGS.usual().with(LoadBalancer.ID, balancer);
        before = before.with(LoadBalancer.COST, Duration.ofNanos(20_000));
        Yaml check = service.yaml().get("healthcheck");
        system.put(check.isMissing() ? before : before.with(LoadBalancer.HEALTH, Health.NONE.checking(checks(check))));
        system.put(Link.of(balancer, id, Link.DEFAULT_LATENCY));
        system.assumed("Published services have a balancer before them, as Docker spreads connections over replicas.");
    }

    /** Docker's defaults are 30 s for both times and 3 failures; one success is enough. */
    private static Health.Active checks(Yaml check) {
        return new Health.Active(
                Health.Probe.REQUEST,
                time(check.get("interval")),
                time(check.get("timeout")),
                check.get("retries").whole(1, 1_000).orElse(3),
                1,
                null,
                null);
    }

    /** As Docker writes times: {@code 1m30s}. */
    private static Duration time(Yaml yaml) {
        Duration time = Duration.ZERO;
        Matcher parts = PART.matcher(yaml.text());
        while (parts.find()) {
            long number = Long.parseLong(parts.group(1));
            time = time.plus(
                    switch (parts.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        default -> Duration.ofHours(number);
                    });
        }
        boolean usable = time.toMillis() >= 1 && time.compareTo(Units.LONGEST) <= 0;
        return usable ? time : Duration.ofSeconds(30);
    }

    private void told(Service service) {
        String id = ids.getOrDefault(service.name(), service.name());
        String became = system.node(id).map(Node::kind).orElse("nothing");
        system.understood(service.line(), service.name(), became + " " + id);
        service.yaml().fields().forEach((key, value) -> {
            String text = value.text().isEmpty() ? key : key + ": " + value.text();
            switch (key) {
                case "image", "depends_on", "links", "ports", "scale", "cpus", "mem_limit" ->
                    system.understood(value.line(), text, "of the " + became);
                case "deploy" -> deploy(value, became);
                case "healthcheck" -> {
                    if (system.node("to-" + service.name()).isPresent()) {
                        system.understood(value.line(), text, "checks of the balancer before it");
                    } else {
                        system.missed(
                                value.line(),
                                text,
                                "no balancer of Docker is before it; another one's checks are its own");
                    }
                }
                case "volumes" -> {
                    if (!configured.contains(service.name())) {
                        system.missed(value.line(), text, "disks are not modelled");
                    }
                }
                default ->
                    system.missed(
                            value.line(), text, NOT_MODELLED.getOrDefault(key, "no part of the model knows this key"));
            }
        });
    }

    private void deploy(Yaml deploy, String became) {
        deploy.fields().forEach((key, value) -> {
            switch (key) {
                case "replicas" -> system.understood(value.line(), "replicas: " + value.text(), "of the " + became);
                case "resources" ->
                    value.fields().forEach((name, its) -> {
                        if (name.equals("limits")) {
                            system.understood(its.line(), "limits", "cores, and memory of caches");
                        } else {
                            system.missed(its.line(), name, "only limits are taken for what it has");
                        }
                    });
                default -> system.missed(value.line(), key, "how it is rolled out is not modelled");
            }
        });
    }
}
