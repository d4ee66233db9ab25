package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.NetworkValues;
import roundhouse.exchange.configuration.PathPatterns;
import roundhouse.routing.PathPattern;
import roundhouse.topology.nodes.guarding.CidrBlock;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitPer;
import roundhouse.topology.nodes.guarding.MethodNames;

/** Limits of {@code http-request} and {@code tcp-request} made of conditions: each concerns the requests that meet all of them. */
final class LimitOf {
    /** As with rules: more are not what anybody writes by hand. */
    private static final int MOST = 256;

    private final Counters counters;
    private Optional<String> difference = Optional.empty();

    LimitOf(Counters counters) {
        this.counters = counters;
    }

    /** In what the limits that were made last differ from what is written, if in anything; told of once. */
    Optional<String> takeDifference() {
        Optional<String> last = difference;
        difference = Optional.empty();
        return last;
    }

    /** Like that one, those that together say what a line says: one for each way to meet it, and for each path or header of that. */
    List<Limit> limits(Limit like, List<HaproxyConditions.Way> ways) throws HaproxyConditions.NotSaidException {
        List<Limit> made = new ArrayList<>();
        for (HaproxyConditions.Way way : ways) {
            List<HaproxyCondition> counts =
                    way.all().stream().filter(Counters::isCount).toList();
            if (counts.size() > 1) {
                throw new HaproxyConditions.NotSaidException("a limit goes by one count");
            }
            made.addAll(counts.isEmpty() ? meeting(like, way) : counted(like, counts.getFirst(), way));
        }
        if (made.size() > MOST) {
            throw new HaproxyConditions.NotSaidException("it stands for more than " + MOST + " limits");
        }
        if (made.isEmpty()) {
            throw new HaproxyConditions.NotSaidException("no request meets all of that");
        }
        return made;
    }

    /** Of a count: it concerns what is counted and what the line asks for besides. */
    private List<Limit> counted(Limit like, HaproxyCondition count, HaproxyConditions.Way way)
            throws HaproxyConditions.NotSaidException {
        Counters.Tracked follows = counters.follows(count);
        if (follows.of().size() != 1) {
            throw new HaproxyConditions.NotSaidException("a limit counts requests that meet one list of conditions");
        }
        HaproxyConditions.Way tracked = follows.of().getFirst();
        HaproxyConditions.Way asked = new HaproxyConditions.Way(
                way.all().stream().filter(condition -> !condition.equals(count)).toList(), way.none());
        HaproxyConditions.Way both = new HaproxyConditions.Way(
                Stream.concat(tracked.all().stream(), asked.all().stream())
                        .distinct()
                        .toList(),
                Stream.concat(tracked.none().stream(), asked.none().stream())
                        .distinct()
                        .toList());
        boolean alike =
                asked.equals(tracked) || (asked.all().isEmpty() && asked.none().isEmpty());
        boolean byAddress = follows.per() == LimitPer.ADDRESS
                && Stream.concat(asked.all().stream(), asked.none().stream().flatMap(List::stream))
                        .allMatch(condition -> condition.name().equals("src"));
        if (!alike && !(byAddress && tracked.all().isEmpty() && tracked.none().isEmpty())) {
            difference = Optional.of("HAProxy counts all that is tracked, a limit only what it can turn away");
        }
        List<Limit> limits = meeting(counters.limit(like, count), both);
        if (limits.size() > 1) {
            throw new HaproxyConditions.NotSaidException(
                    "a limit has one path and one value of a header, and here all would be counted together");
        }
        return limits;
    }

    private static List<Limit> meeting(Limit like, HaproxyConditions.Way way)
            throws HaproxyConditions.NotSaidException {
        List<Limit> limits = List.of(like);
        for (HaproxyCondition condition : way.all()) {
            List<Limit> next = new ArrayList<>();
            for (Limit limit : limits) {
                next.addAll(with(limit, condition));
            }
            limits = next;
        }
        List<Limit> all = new ArrayList<>();
        for (Limit limit : limits) {
            all.add(without(limit, way.none()));
        }
        return all;
    }

    /** One for each of the condition's values that needs one; none where nothing meets it too. */
    private static List<Limit> with(Limit limit, HaproxyCondition condition) throws HaproxyConditions.NotSaidException {
        if (condition.isOfFile()) {
            throw new HaproxyConditions.NotSaidException("a file of values is not beside the configuration");
        }
        List<Limit> limits = new ArrayList<>();
        switch (condition.name()) {
            case "src" -> {
                once(limit.from(), "one list of networks");
                List<String> networks =
                        condition.values().stream().map(LimitOf::network).toList();
                if (!networks.isEmpty() && networks.stream().allMatch(CidrBlock::isNetwork)) {
                    return List.of(limit.with(Limit.FROM, String.join(", ", networks)));
                }
            }
            case "method" -> {
                once(limit.methods(), "one list of methods");
                if (areMethods(condition)) {
                    return List.of(limit.with(Limit.METHODS, MethodNames.of(condition.values(), false)));
                }
            }
            case "path", "path_beg", "path_end", "path_reg" -> {
                for (String pattern : patterns(condition)) {
                    if (limit.path() == null) {
                        limits.add(limit.with(Limit.PATH, pattern));
                    } else {
                        new PathPattern(limit.path())
                                .common(new PathPattern(pattern))
                                .ifPresent(both -> limits.add(limit.with(Limit.PATH, both.text())));
                    }
                }
                return limits;
            }
            case "hdr" -> {
                if (condition.match().equals("str") && !condition.argument().isEmpty()) {
                    once(limit.header(), "one header");
                    condition
                            .values()
                            .forEach(value -> limits.add(limit.with(Limit.HEADER, condition.argument())
                                    .with(Limit.VALUE, value)));
                    return limits;
                }
            }
            default -> {}
        }
        throw new HaproxyConditions.NotSaidException("limits go by address, method, path and one header, not by "
                + (condition.sample() + " " + String.join(" ", condition.flags())).strip());
    }

    private static void once(@Nullable String there, String what) throws HaproxyConditions.NotSaidException {
        if (there != null) {
            throw new HaproxyConditions.NotSaidException("a limit has " + what);
        }
    }

    private static boolean areMethods(HaproxyCondition condition) {
        return condition.name().equals("method")
                && !condition.values().isEmpty()
                && condition.values().stream().allMatch(value -> value.matches("[A-Z]{1,20}"));
    }

    private static List<String> patterns(HaproxyCondition condition) throws HaproxyConditions.NotSaidException {
        String match = condition.name().startsWith("path_") ? condition.name().substring(5) : condition.match();
        List<String> patterns = new ArrayList<>();
        for (String value : condition.values()) {
            patterns.addAll(
                    switch (match) {
                        case "str" -> List.of(value);
                        case "beg" -> List.of(value + "*");
                        case "end" -> List.of((value.startsWith("/") ? "" : "/") + "*" + value);
                        case "reg" -> PathPatterns.of(value, false);
                        default -> List.of();
                    });
        }
        if (patterns.isEmpty() || !patterns.stream().allMatch(PathPattern::isPattern)) {
            throw new HaproxyConditions.NotSaidException(
                    "limits go by a path with one part of anything, not by " + condition.sample());
        }
        return patterns;
    }

    /** For all addresses or methods but some: a limit has no other "not". */
    private static Limit without(Limit limit, List<List<HaproxyCondition>> none)
            throws HaproxyConditions.NotSaidException {
        NetworkValues networks = new NetworkValues("in");
        boolean some = false;
        Set<String> methods = new LinkedHashSet<>();
        for (HaproxyCondition condition : none.stream().flatMap(List::stream).toList()) {
            boolean known = !condition.isOfFile();
            if (known && condition.name().equals("src") && limit.from() == null) {
                some = true;
                for (String network : condition.values()) {
                    known &= networks.put(network, "out");
                }
            } else if (known && areMethods(condition) && limit.methods() == null) {
                methods.addAll(condition.values());
            } else {
                known = false;
            }
            if (!known) {
                throw new HaproxyConditions.NotSaidException("a limit has no \"not\" but of addresses and methods");
            }
        }
        Limit next = methods.isEmpty() ? limit : limit.with(Limit.METHODS, MethodNames.of(List.copyOf(methods), true));
        return some
                ? next.with(
                        Limit.FROM,
                        networks.where("in"::equals)
                                .orElseThrow(
                                        () -> new HaproxyConditions.NotSaidException("these are too many networks")))
                : next;
    }

    private static String network(String text) {
        return text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32");
    }
}
