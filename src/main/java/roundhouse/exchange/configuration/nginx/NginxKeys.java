package roundhouse.exchange.configuration.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.NetworkValues;
import roundhouse.exchange.configuration.PathPatterns;
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitPer;
import roundhouse.topology.nodes.guarding.MethodNames;

/**
 * What the key of a zone counts by. A variable of a {@code map} or {@code geo} may leave out requests, by an empty key: by address, method,
 * path or header these are conditions of the limit.
 */
final class NginxKeys {
    private static final String ANYBODY = "default";
    /** Methods as an expression of all there is of a method. */
    private static final Pattern METHODS =
            Pattern.compile("~\\*?\\^\\(?(?:\\?:)?([A-Za-z]{1,20}(?:\\|[A-Za-z]{1,20})*)\\)?\\$");
    /** Of maps that take their keys of others; more nobody writes, and a circle has no end. */
    private static final int DEEPEST = 5;

    private final Directive outermost;
    private final boolean stream;
    private final NginxNotes notes;

    NginxKeys(Directive outermost, boolean stream, NginxNotes notes) {
        this.outermost = outermost;
        this.stream = stream;
        this.notes = notes;
    }

    /** A limit that counts by a key, of no kind yet; nothing where limits do not count so. */
    Optional<Limit> limit(String key) {
        return limit(key, 0);
    }

    private Optional<Limit> limit(String key, int depth) {
        String lower = key.toLowerCase(Locale.ROOT);
        Limit limit = Limit.SETTINGS.usual();
        if (lower.equals("$binary_remote_addr") || lower.equals("$remote_addr")) {
            return Optional.of(limit.with(Limit.PER, LimitPer.ADDRESS));
        }
        if (lower.equals("$server_name") || lower.equals("$server_port") || !lower.contains("$")) {
            return Optional.of(limit.with(Limit.PER, LimitPer.ALL));
        }
        if (!stream && (lower.equals("$uri") || lower.equals("$request_uri"))) {
            return Optional.of(limit.with(Limit.PER, LimitPer.PATH));
        }
        if (!stream && lower.matches("\\$http_[a-z0-9_]+")) {
            return Optional.of(limit.with(Limit.PER, LimitPer.HEADER).with(Limit.HEADER, header(lower)));
        }
        Directive map = variable("map", key);
        return map == null || depth == DEEPEST ? Optional.empty() : mapped(map, depth);
    }

    private static String header(String variable) {
        return variable.substring("$http_".length()).replace('_', '-');
    }

    private @Nullable Directive variable(String kind, String name) {
        return outermost
                .all(kind)
                .filter(map -> map.hasBlock()
                        && !map.arguments().isEmpty()
                        && map.arguments().getLast().equals(name))
                .findFirst()
                .orElse(null);
    }

    private Optional<Limit> mapped(Directive map, int depth) {
        List<String> keys = map.block().stream()
                .map(entry -> entry.argument(0))
                .filter(its -> !its.isEmpty())
                .distinct()
                .toList();
        if (keys.size() != 1) {
            return Optional.empty();
        }
        String source = map.argument(0);
        Optional<Limit> limit = limit(keys.getFirst(), depth + 1);
        if (!stream && source.equalsIgnoreCase("$request_method")) {
            Optional<Limit> found = limit.filter(its -> its.methods() == null).flatMap(its -> byMethod(map, its));
            found.ifPresent(_ -> told(map, null));
            return found;
        }
        if (limit.isEmpty() || !limit.get().equals(onlyPer(limit.get()))) {
            return Optional.empty();
        }
        Directive geo = variable("geo", source);
        Optional<Limit> found = geo != null
                ? byAddress(map, geo, limit.get())
                : source.toLowerCase(Locale.ROOT).endsWith("remote_addr")
                        ? byAddress(map, map, limit.get())
                        : byRequest(map, limit.get());
        found.ifPresent(_ -> told(map, geo));
        return found;
    }

    /** Without conditions, to which others could not be added. */
    private static Limit onlyPer(Limit limit) {
        return Limit.SETTINGS.usual().with(Limit.PER, limit.per());
    }

    private void told(Directive map, @Nullable Directive geo) {
        notes.understood(map, "whom a limit concerns");
        map.block().forEach(entry -> notes.understood(entry, "whom a limit concerns"));
        if (geo != null) {
            notes.understood(geo, "whose addresses these are");
            geo.block().forEach(entry -> notes.understood(entry, "a network"));
        }
    }

    /** @param addresses the map or geo with networks, which has values that the map has keys for; or is the map itself */
    private static Optional<Limit> byAddress(Directive map, Directive addresses, Limit limit) {
        if (!addresses.equals(map)
                && addresses.arguments().size() > 1
                && !addresses.argument(0).endsWith("remote_addr")) {
            return Optional.empty();
        }
        NetworkValues networks = new NetworkValues(value(addresses, ANYBODY));
        for (Directive entry : addresses.block()) {
            if (!entry.name().equals(ANYBODY) && !networks.put(entry.name(), entry.argument(0))) {
                return Optional.empty();
            }
        }
        Predicate<String> counts = addresses.equals(map)
                ? value -> !value.isEmpty()
                : value -> !(map.last(value).isPresent() ? value(map, value) : value(map, ANYBODY)).isEmpty();
        return networks.where(counts).map(from -> from.equals("0.0.0.0/0") ? limit : limit.with(Limit.FROM, from));
    }

    /** Of some methods, or of all but some that have an empty key. */
    private static Optional<Limit> byMethod(Directive map, Limit limit) {
        boolean others = !value(map, ANYBODY).isEmpty();
        List<String> names = new ArrayList<>();
        for (Directive entry : map.block()) {
            if (entry.name().equals(ANYBODY) || entry.argument(0).isEmpty() != others) {
                continue;
            }
            Matcher expression = METHODS.matcher(entry.name());
            String methods = expression.matches() ? expression.group(1) : entry.name();
            if (!methods.matches("[A-Za-z]{1,20}(\\|[A-Za-z]{1,20})*")) {
                return Optional.empty();
            }
            names.addAll(List.of(methods.toUpperCase(Locale.ROOT).split("\\|", -1)));
        }
        return Optional.of(names.isEmpty() ? limit : limit.with(Limit.METHODS, MethodNames.of(names, others)));
    }

    /** Of one path or value of a header only; all others have an empty key. */
    private Optional<Limit> byRequest(Directive map, Limit limit) {
        String source = map.argument(0).toLowerCase(Locale.ROOT);
        List<Directive> counted = map.block().stream()
                .filter(entry -> !entry.argument(0).isEmpty())
                .toList();
        if (stream || counted.size() != 1 || counted.getFirst().name().equals(ANYBODY)) {
            return Optional.empty();
        }
        String wanted = counted.getFirst().name();
        if (source.equals("$uri") || source.equals("$request_uri")) {
            List<String> patterns = wanted.startsWith("~")
                    ? PathPatterns.of(wanted.replaceFirst("^~\\*?", ""), false)
                    : List.of(wanted);
            return patterns.size() == 1 && patterns.getFirst().startsWith("/")
                    ? Optional.of(limit.with(Limit.PATH, patterns.getFirst()))
                    : Optional.empty();
        }
        return source.matches("\\$http_[a-z0-9_]+") && !wanted.startsWith("~") && limit.per() != LimitPer.HEADER
                ? Optional.of(limit.with(Limit.HEADER, header(source)).with(Limit.VALUE, wanted))
                : Optional.empty();
    }

    private static String value(Directive map, String key) {
        return map.last(key).map(entry -> entry.argument(0)).orElse("");
    }
}
