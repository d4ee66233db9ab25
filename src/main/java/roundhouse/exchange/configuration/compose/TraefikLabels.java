package roundhouse.exchange.configuration.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.topology.nodes.parts.Rule;

/**
 * What a service's labels tell Traefik: {@code traefik.http.routers.shop.rule=Host(`shop.example`) && PathPrefix(`/api`)}.
 *
 * @param labels names and values, and where they stand
 */
record TraefikLabels(Map<String, Label> labels) {
    private static final Pattern ROUTER = Pattern.compile("traefik\\.http\\.routers\\.[^.]+\\.rule");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\(((?:\\s*`[^`]*`\\s*,?)+)\\)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

    record Label(Yaml yaml, String value) {}

    /** Of a list of texts, or of fields. */
    static TraefikLabels of(Yaml yaml) {
        Map<String, Label> labels = new LinkedHashMap<>();
        yaml.fields().forEach((name, value) -> labels.put(name, new Label(value, value.text())));
        for (Yaml item : yaml.items()) {
            int equals = item.text().indexOf('=');
            if (equals > 0) {
                labels.put(
                        item.text().substring(0, equals),
                        new Label(item, item.text().substring(equals + 1)));
            }
        }
        return new TraefikLabels(labels);
    }

    /** Whether Traefik sends requests to the service. */
    boolean areMeant() {
        Label enabled = labels.get("traefik.enable");
        return enabled == null
                ? labels.keySet().stream().anyMatch(name -> name.startsWith("traefik.http."))
                : enabled.value().equals("true");
    }

    /** The labels that are rules of routers. */
    List<Label> routers() {
        return labels.entrySet().stream()
                .filter(label -> ROUTER.matcher(label.getKey()).matches())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What a rule says, as rules that together do so; nothing where it says more than rules here can. */
    static Optional<List<Rule>> rules(String text, String pool) {
        List<Rule> all = new ArrayList<>();
        for (String alternative : text.split("\\|\\|", -1)) {
            List<Rule> rules = List.of(Rule.to(pool));
            for (String term : alternative.split("&&", -1)) {
                Matcher matcher = MATCHER.matcher(term.strip().replaceAll("^\\(|(?<=\\))\\)$", ""));
                List<Rule> next = new ArrayList<>();
                if (matcher.matches()) {
                    List<String> values = QUOTED.matcher(matcher.group(2))
                            .results()
                            .map(result -> result.group(1))
                            .toList();
                    for (Rule rule : rules) {
                        next.addAll(with(rule, matcher.group(1), values));
                    }
                }
                rules = next;
            }
            if (rules.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(rules);
        }
        return Optional.of(all);
    }

    private static List<Rule> with(Rule rule, String name, List<String> values) {
        return switch (name) {
            case "Host", "HostHeader" ->
                values.stream()
                        .filter(host -> rule.host() == null && host.matches("[A-Za-z0-9.-]{1,250}"))
                        .map(host -> rule.with(Rule.HOST, host))
                        .toList();
            case "PathPrefix", "Path" ->
                values.stream()
                        .filter(path -> rule.path() == null && path.matches("/[^*{}\\x00-\\x20]{0,900}"))
                        .map(path -> rule.with(Rule.PATH, name.equals("Path") ? path : path + "*"))
                        .toList();
            case "Method" ->
                values.stream()
                        .filter(method -> rule.method() == null && method.matches("[A-Z]{1,20}"))
                        .map(method -> rule.with(Rule.METHOD, method))
                        .toList();
            case "Header", "Headers" ->
                rule.named() == null && values.size() == 2 && !values.get(1).isEmpty()
                        ? List.of(rule.with(Rule.HEADER, values.get(0)).with(Rule.VALUE, values.get(1)))
                        : List.of();
            default -> List.of();
        };
    }
}
