package roundhouse.exchange.configuration.nginx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.exchange.configuration.PoolSplits;
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.topology.nodes.parts.Sticky;

/**
 * The values of a {@code split_clients} variable that are targets.
 *
 * @param weights of the targets, by their names
 * @param sticky what of a client decides, so that it always comes to the same
 */
record NginxSplit(Map<String, Integer> weights, Sticky.By sticky) {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,2}))?%");
    /** Of a part in ten thousand. */
    private static final int WHOLE = 10_000;

    /**
     * Nothing where a part leads to no target.
     *
     * @param target the target of a value, or empty
     */
    static Optional<NginxSplit> of(Directive directive, UnaryOperator<String> target) {
        List<String> names = new ArrayList<>();
        List<Integer> parts = new ArrayList<>();
        int left = WHOLE;
        for (Directive entry : directive.block()) {
            Matcher percent = PERCENT.matcher(entry.name());
            String name = target.apply(entry.argument(0));
            if (!(percent.matches() || entry.name().equals("*")) || name.isEmpty() || name.contains("$")) {
                return Optional.empty();
            }
            int part = entry.name().equals("*") ? left : part(percent);
            left -= part;
            if (left < 0) {
                return Optional.empty();
            }
            if (part > 0) {
                names.add(name);
                parts.add(part);
            }
        }
        List<Integer> weights = PoolSplits.weights(parts);
        Map<String, Integer> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.merge(names.get(i), weights.get(i), Integer::sum);
        }
        return byName.isEmpty() ? Optional.empty() : Optional.of(new NginxSplit(byName, sticky(directive.argument(0))));
    }

    private static int part(Matcher percent) {
        String fraction = percent.group(2) == null ? "" : percent.group(2);
        return Integer.parseInt(percent.group(1)) * 100 + Integer.parseInt((fraction + "00").substring(0, 2));
    }

    private static Sticky.By sticky(String key) {
        return key.contains("remote_addr")
                ? Sticky.By.ADDRESS
                : key.contains("cookie") ? Sticky.By.COOKIE : Sticky.By.OFF;
    }
}
