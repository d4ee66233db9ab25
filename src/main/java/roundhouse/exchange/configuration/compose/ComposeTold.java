package roundhouse.exchange.configuration.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.WordReasons;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.exchange.configuration.yaml.YamlText;
import roundhouse.exchange.configuration.yaml.YamlTold;
import roundhouse.topology.nodes.Node;

/** Tells what becomes of each key of a compose file. */
final class ComposeTold {
    private static final String DISKS = "disks are not modelled";
    private static final String PUBLISHED = "it is reached from outside";

    private static final Map<String, String> REASONS = WordReasons.byWord(Map.ofEntries(
            Map.entry("settings of the program within", List.of("environment", "env_file", "secrets", "configs")),
            Map.entry("how the program is started", List.of("command", "entrypoint", "working_dir", "user", "init")),
            Map.entry("how the image is made", List.of("build", "pull_policy", "platform")),
            Map.entry(
                    "a server that has crashed recovers when the scenario says so",
                    List.of("restart", "restart_policy")),
            Map.entry(
                    "all services reach whom they need", List.of("networks", "network_mode", "extra_hosts", "expose")),
            Map.entry("about logs", List.of("logging")),
            Map.entry("words for other programs", List.of("labels")),
            Map.entry("the service's name is used", List.of("container_name", "hostname")),
            Map.entry(DISKS, List.of("volumes", "tmpfs")),
            Map.entry("all versions of the format are read alike", List.of("version")),
            Map.entry("a name for the whole", List.of("name")),
            Map.entry("the services of all profiles are taken", List.of("profiles")),
            Map.entry("what starts before what is not modelled", List.of("condition", "required")),
            Map.entry("a server that is taken away finishes what it has", List.of("stop_grace_period")),
            Map.entry("only limits are taken for what it has", List.of("mem_reservation", "reservations")),
            Map.entry("memory and processors are what a service has", List.of("pids")),
            Map.entry(
                    "how it is rolled out is not modelled",
                    List.of("mode", "endpoint_mode", "placement", "update_config", "rollback_config")),
            Map.entry("checks are requests to the service", List.of("test")),
            Map.entry("checks count from the beginning", List.of("start_period", "start_interval"))));

    private final SystemDraft system;
    private final YamlTold told;
    private final Map<String, List<TraefikLabels.Label>> routed = new LinkedHashMap<>();
    private final List<Yaml> checked = new ArrayList<>();
    private final List<Yaml> configurations = new ArrayList<>();

    ComposeTold(SystemDraft system) {
        this.system = system;
        told = new YamlTold(system, REASONS);
    }

    void missed(Yaml value, String text, String why) {
        told.missed(value, text, why);
    }

    /** What is mounted there says how a balancer picks. */
    void configuration(Yaml volume) {
        configurations.add(volume);
        told.fields(volume, "where that is mounted", "type", "source", "target", "read_only");
        told.understood(volume, "read as what the balancer does");
    }

    /** Labels that say which requests come to a service. */
    void routers(Service service, List<TraefikLabels.Label> labels) {
        routed.put(service.name(), labels);
    }

    /** A balancer goes by that. */
    void checked(Yaml healthcheck) {
        checked.add(healthcheck);
    }

    void service(Service service, Node node) {
        Yaml yaml = service.yaml();
        String became = node.kind() + " " + node.id();
        told.understood(yaml, became);
        List<String> known = new ArrayList<>(List.of("image", "depends_on", "links", "ports", "scale"));
        known.addAll(List.of("cpus", "mem_limit", "deploy.replicas"));
        known.addAll(List.of("deploy.resources.limits.cpus", "deploy.resources.limits.memory"));
        Yaml health = yaml.get("healthcheck");
        if (checked.stream().anyMatch(health::equals)) {
            told.fields(health, "checks of the balancer before it", "interval", "timeout", "retries");
            known.add("healthcheck");
        } else {
            told.missed(health, "healthcheck", "no balancer of Docker is before it; another one's checks are its own");
        }
        if (yaml.get("volumes").items().stream().anyMatch(this::isConfiguration)) {
            yaml.get("volumes").items().stream()
                    .filter(volume -> !isConfiguration(volume))
                    .forEach(volume -> told.missed(volume, Service.source(volume), DISKS));
            known.add("volumes");
        }
        if (routed.containsKey(service.name())) {
            known.add("labels");
            labels(yaml.get("labels"), routed.getOrDefault(service.name(), List.of()));
        }
        told.fields(yaml, "of " + became, known.toArray(String[]::new));
        Yaml depends = yaml.get("depends_on");
        told.fields(depends, "whom it asks", depends.fields().keySet().toArray(String[]::new));
        yaml.get("ports")
                .items()
                .forEach(port -> told.fields(port, PUBLISHED, "target", "published", "protocol", "mode", "host_ip"));
        told.understood(yaml.get("ports"), PUBLISHED);
        limits(service);
    }

    private void labels(Yaml labels, List<TraefikLabels.Label> routers) {
        told.fields(
                labels,
                "whether Traefik sends it requests",
                labels.fields().keySet().toArray(String[]::new));
        TraefikLabels.of(labels).labels().forEach((name, label) -> {
            if (routers.contains(label)) {
                told.understood(label.yaml(), "rules of the balancer");
            } else if (!name.equals("traefik.enable")) {
                told.missed(label.yaml(), "", REASONS.getOrDefault("labels", ""));
            }
        });
        labels.items().stream()
                .filter(item -> item instanceof Yaml.Text && !item.text().contains("="))
                .forEach(item -> told.missed(item, "", REASONS.getOrDefault("labels", "")));
    }

    private boolean isConfiguration(Yaml volume) {
        return configurations.stream().anyMatch(volume::equals);
    }

    /** Of what it has, only that which the node knows. */
    private void limits(Service service) {
        ImageKind kind = service.kind();
        Yaml yaml = service.yaml();
        if (kind != ImageKind.SERVER) {
            told.missed(service.replicas(), "", "one of it is modelled; only servers stand for several");
        } else if (service.count().isEmpty()) {
            told.missed(service.replicas(), "", "a whole number from 1 to 1,000 is needed here");
        }
        if (!service.replicas().equals(yaml.get("scale"))) {
            told.missed(yaml.get("scale"), "", "replicas are said elsewhere");
        }
        Yaml cpus = service.cpus();
        Integer cores = service.cores();
        if (kind == ImageKind.CACHE) {
            told.missed(cpus, "", "caches have no cores of their own");
        } else if (cores == null) {
            told.missed(cpus, "", "no number of cores from 1 to 1,024");
        } else {
            String rounded = cpus.number().orElse(0.0) == (double) cores ? "" : ", rounded up";
            told.understood(cpus, cores + (cores == 1 ? " core" : " cores") + rounded);
        }
        if (kind != ImageKind.CACHE) {
            told.missed(service.memoryLimit(), "", "memory is modelled for caches only");
        } else if (service.memory().isEmpty()) {
            told.missed(service.memoryLimit(), "", "no size of a memory");
        }
    }

    void tell(YamlText.Result.Document document) {
        Yaml root = document.root();
        Yaml services = root.get("services");
        List<String> known = new ArrayList<>(List.of("services"));
        List<Yaml> extensions = new ArrayList<>();
        root.fields().forEach((key, value) -> {
            if (key.startsWith("x-")) {
                known.add(key);
                extensions.add(value);
                told.elsewhere(value, "what stands in it is told of where it is repeated");
            }
        });
        told.fields(root, "nodes", known.toArray(String[]::new));
        told.fields(services, "a node", services.fields().keySet().toArray(String[]::new));
        told.tell(document);
        extensions.forEach(this::unrepeated);
    }

    /** What of an extension no service repeats. */
    private void unrepeated(Yaml extension) {
        extension.fields().forEach((key, value) -> {
            if (!system.isTold(value.line())) {
                system.missed(
                        value.line(),
                        value.last(),
                        key,
                        REASONS.getOrDefault(key, "nothing of the system comes of it"));
            }
        });
    }
}
