package roundhouse.exchange.configuration.compose;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.yaml.Yaml;

/**
 * One service of a compose file.
 *
 * @param name its name
 * @param line where it begins
 * @param yaml what it says
 */
record Service(String name, int line, Yaml yaml) {
    private static final Pattern BYTES = Pattern.compile("(\\d{1,12})(\\.\\d+)?\\s*([kmg]?)i?b?");

    ImageKind kind() {
        return ImageKind.of(yaml.get("image").text());
    }

    /** How many there are of it. */
    int replicas() {
        Yaml scale = yaml.get("scale");
        Yaml replicas = yaml.at("deploy", "replicas");
        return (replicas.isMissing() ? scale : replicas).whole(1, 1_000).orElse(1);
    }

    /** The services that it needs: {@code depends_on} and {@code links}. */
    Set<String> needs() {
        Set<String> names = new LinkedHashSet<>();
        Yaml depends = yaml.get("depends_on");
        names.addAll(depends.fields().keySet());
        depends.items().forEach(item -> names.add(item.text()));
        yaml.get("links").items().forEach(item -> names.add(item.text().replaceAll(":.*", "")));
        names.remove("");
        return names;
    }

    /** Whether somebody outside can reach it. */
    boolean isPublished() {
        return !yaml.get("ports").items().isEmpty();
    }

    /** Cores, rounded up; null where nothing limits them. */
    @Nullable
    Integer cores() {
        Yaml limit = yaml.at("deploy", "resources", "limits", "cpus");
        Yaml cpus = limit.isMissing() ? yaml.get("cpus") : limit;
        return cpus.number()
                .filter(number -> number > 0 && number <= 1_024)
                .map(number -> (int) Math.max(1, Math.ceil(number)))
                .orElse(null);
    }

    /** Bytes of memory; nothing where nothing limits them. */
    Optional<Long> memory() {
        Yaml limit = yaml.at("deploy", "resources", "limits", "memory");
        String text = (limit.isMissing() ? yaml.get("mem_limit") : limit).text().toLowerCase(Locale.ROOT);
        Matcher bytes = BYTES.matcher(text);
        if (!bytes.matches()) {
            return Optional.empty();
        }
        int shift = switch (String.valueOf(bytes.group(3))) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        double number = Double.parseDouble(bytes.group(1) + (bytes.group(2) == null ? "" : bytes.group(2)));
        double all = number * (1L << shift);
        return all >= 1 && all <= (1L << 40) ? Optional.of((long) all) : Optional.empty();
    }

    /** Files of the host that it has mounted, as they are written. */
    List<String> mounted() {
        return yaml.get("volumes").items().stream()
                .map(volume -> volume.get("source").isMissing()
                        ? volume.text().replaceAll("(?<!^[A-Za-z]):.*", "")
                        : volume.get("source").text())
                .filter(path -> !path.isEmpty())
                .toList();
    }
}
