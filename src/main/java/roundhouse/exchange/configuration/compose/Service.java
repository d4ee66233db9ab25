package roundhouse.exchange.configuration.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:?-([^{}]*)}");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,12})(\\.\\d+)?\\s*([kmg]?)i?b?");

    ImageKind kind() {
        return ImageKind.of(plain(yaml.get("image")).text());
    }

    /** With the usual values of variables in place of these: {@code ${WEB_REPLICAS:-3}} is 3. */
    private static Yaml plain(Yaml value) {
        return value instanceof Yaml.Text(int line, int last, String text) && text.contains("${")
                ? new Yaml.Text(line, last, VARIABLE.matcher(text).replaceAll("$1"))
                : value;
    }

    /** Where it says how many there are of it. */
    Yaml replicas() {
        Yaml replicas = yaml.at("deploy", "replicas");
        return replicas.isMissing() ? yaml.get("scale") : replicas;
    }

    /** How many there are of it; nothing where that is not said, or is no number. */
    Optional<Integer> count() {
        return plain(replicas()).whole(1, 1_000);
    }

    /** The services that it needs, {@code depends_on} and {@code links}, and where it says so. */
    Map<String, Yaml> needs() {
        Map<String, Yaml> names = new LinkedHashMap<>(yaml.get("depends_on").fields());
        for (String key : List.of("depends_on", "links")) {
            yaml.get(key).items().stream()
                    .filter(Yaml.Text.class::isInstance)
                    .forEach(item -> names.put(item.text().replaceAll(":.*", ""), item));
        }
        names.remove("");
        return names;
    }

    /** Whether somebody outside can reach it. */
    boolean isPublished() {
        return !yaml.get("ports").items().isEmpty();
    }

    /** Where it says how much of a processor it may use. */
    Yaml cpus() {
        Yaml limit = yaml.at("deploy", "resources", "limits", "cpus");
        return limit.isMissing() ? yaml.get("cpus") : limit;
    }

    /** Where it says how much memory it may use. */
    Yaml memoryLimit() {
        Yaml limit = yaml.at("deploy", "resources", "limits", "memory");
        return limit.isMissing() ? yaml.get("mem_limit") : limit;
    }

    /** Cores, rounded up; null where nothing limits them. */
    @Nullable
    Integer cores() {
        return plain(cpus())
                .number()
                .filter(number -> number > 0 && number <= 1_024)
                .map(number -> (int) Math.max(1, Math.ceil(number)))
                .orElse(null);
    }

    /** Bytes of memory; nothing where nothing limits them. */
    Optional<Long> memory() {
        String text = plain(memoryLimit()).text().toLowerCase(Locale.ROOT);
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

    /** What of the host is mounted, as it is written; empty where that is nothing of it. */
    static String source(Yaml volume) {
        return volume.get("source").isMissing()
                ? volume.text().replaceAll("(?<!^[A-Za-z]):.*", "")
                : volume.get("source").text();
    }
}
