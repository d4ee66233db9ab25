package roundhouse.exchange.configuration.compose;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.ConfigurationImporter;
import roundhouse.exchange.configuration.ConfigurationText;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.exchange.configuration.yaml.YamlText;
import roundhouse.topology.json.FileText;
import roundhouse.topology.json.Problem;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Health;

/** Makes nodes of services, and links of what they need. */
final class ComposeSystem {

    private final SystemDraft system;
    private final @Nullable Path directory;
    private final List<ConfigurationImporter> ofBalancers;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    /** Balancers whose own configuration says where they send. */
    private final List<String> configured = new ArrayList<>();

    /** The balancers before services, by their names. */
    private final Map<String, String> before = new LinkedHashMap<>();

    private final ComposeTold told;
    private final ServiceNodes nodes;

    ComposeSystem(SystemDraft system, @Nullable Path directory, List<ConfigurationImporter> ofBalancers) {
        this.system = system;
        this.directory = directory;
        this.ofBalancers = ofBalancers;
        told = new ComposeTold(system);
        nodes = new ServiceNodes(system);
    }

    Optional<Problem> read(YamlText.Result.Document document) {
        Yaml root = document.root();
        root.get("services").fields().forEach((name, yaml) -> services.put(name, new Service(name, yaml.line(), yaml)));
        if (services.isEmpty()) {
            return Optional.of(new Problem("", root.get("services").line(), "it has no services"));
        }
        services.values().forEach(service -> {
            String id = system.newId(service.name());
            ids.put(service.name(), id);
            system.put(nodes.of(id, service));
        });
        services.values().forEach(this::configuration);
        services.values().forEach(this::links);
        services.values().forEach(this::discovered);
        services.values().forEach(this::entrance);
        services.values()
                .forEach(service -> told.service(
                        service,
                        system.node(ids.getOrDefault(service.name(), "")).orElseThrow()));
        told.tell(document);
        return Optional.empty();
    }

    /** What is mounted beside the file and in a language that is known says how a balancer picks. */
    private void configuration(Service service) {
        if (service.kind() != ImageKind.BALANCER || directory == null) {
            return;
        }
        for (Yaml volume : service.yaml().get("volumes").items()) {
            String mounted = Service.source(volume);
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
                    told.missed(volume, mounted, problem.get().toString());
                } else {
                    adopt(service, inner);
                    system.tellOf(mounted.replaceFirst("^\\./", ""), inner);
                    told.configuration(volume);
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
            String its = names.isEmpty() ? id : system.newId(service.name() + "-" + node.id());
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
    }

    private void links(Service service) {
        service.needs().forEach((name, where) -> {
            String why = noLink(service, name);
            if (why.isEmpty()) {
                String from = ids.getOrDefault(service.name(), "");
                boolean spread = service.kind() == ImageKind.SERVER && isSeveral(name);
                String to = spread ? before(Objects.requireNonNull(services.get(name))) : ids.getOrDefault(name, "");
                system.put(Link.of(from, to, Link.DEFAULT_LATENCY));
                ask(from, to, kind(name));
            } else {
                told.missed(where, name, why);
            }
        });
    }

    private boolean isSeveral(String name) {
        Service service = services.get(name);
        return service != null
                && service.kind() == ImageKind.SERVER
                && service.count().orElse(1) > 1;
    }

    private ImageKind kind(String name) {
        Service service = services.get(name);
        return service == null ? ImageKind.SERVER : service.kind();
    }

    /** Why a service does not ask one that it needs; empty where it does. */
    private String noLink(Service service, String name) {
        if (!services.containsKey(name)) {
            return "there is no such service";
        }
        ImageKind kind = service.kind();
        boolean data = kind(name) == ImageKind.CACHE || kind(name) == ImageKind.DATABASE;
        if (kind == ImageKind.DATABASE) {
            return "databases ask nobody";
        }
        if (kind == ImageKind.BALANCER && configured.contains(service.name())) {
            return "its own configuration says where it sends";
        }
        if (kind == ImageKind.BALANCER && data) {
            return "balancers have no data";
        }
        if (kind == ImageKind.CACHE && !data) {
            return "caches ask only what keeps the data";
        }
        return reaches(name, service.name(), new ArrayList<>()) ? "requests would go round in a circle" : "";
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
        return service.needs().keySet().stream().anyMatch(next -> reaches(next, to, seen));
    }

    /** Who gets requests of a balancer of which nothing says it. */
    private void discovered(Service service) {
        String id = ids.getOrDefault(service.name(), "");
        if (service.kind() == ImageKind.BALANCER
                && system.links().stream().noneMatch(link -> link.from().equals(id))) {
            Map<Service, String> byService = new LinkedHashMap<>();
            services.values().forEach(its -> byService.put(its, ids.getOrDefault(its.name(), "")));
            new Discovery(system, told, byService).targets(id);
        }
    }

    /** Clients come to what is published. */
    private void entrance(Service service) {
        String id = ids.getOrDefault(service.name(), "");
        boolean reached = system.links().stream().anyMatch(link -> link.to().equals(id));
        if (service.kind() == ImageKind.SERVER && !reached && (service.isPublished() || services.size() == 1)) {
            before(service);
        }
    }

    /** The balancer before the replicas of a service, as Docker has one of its own. */
    private String before(Service service) {
        String there = before.get(service.name());
        if (there != null) {
            return there;
        }
        String id = system.newId("to-" + service.name());
        before.put(service.name(), id);
        LoadBalancer balancer = LoadBalancer.SETTINGS
                .usual()
                .with(LoadBalancer.ID, id)
                .with(LoadBalancer.COST, Duration.ofNanos(20_000));
        Yaml check = service.yaml().get("healthcheck");
        told.checked(check);
        system.put(
                check.isMissing()
                        ? balancer
                        : balancer.with(LoadBalancer.HEALTH, Health.NONE.checking(ServiceNodes.checks(check))));
        system.put(Link.of(id, ids.getOrDefault(service.name(), ""), Link.DEFAULT_LATENCY));
        system.assumed("Services that are published or asked by others have a balancer before their replicas, as Docker"
                + " spreads connections over these.");
        return id;
    }
}
