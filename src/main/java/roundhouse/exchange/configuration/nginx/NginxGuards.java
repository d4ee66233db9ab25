package roundhouse.exchange.configuration.nginx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.topology.nodes.guarding.CidrBlock;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.guarding.MethodNames;
import roundhouse.topology.types.Types;

/** Reads whom nginx turns away: {@code limit_req}, {@code limit_conn}, {@code deny} and {@code allow}. */
final class NginxGuards {
    private static final List<String> RATES = List.of("limit_req", "limit_conn");
    private static final String EXCEPT = "limit_except";

    private static final String NO_ZONE = "there is no zone of that name";
    private static final String KEYS =
            "limits count by address, path, a header or all together, of one path, header or some networks or methods; its zone by something else";

    private final Directive outermost;
    private final Remarks remarks;
    private final boolean stream;
    private final NginxNotes notes;
    private final NginxKeys keys;

    /** @param outermost the block that has the zones */
    NginxGuards(Directive outermost, Remarks remarks, boolean stream, NginxNotes notes) {
        this.outermost = outermost;
        this.remarks = remarks;
        this.stream = stream;
        this.notes = notes;
        keys = new NginxKeys(outermost, stream, notes);
    }

    /** What holds in a place, in the order in which limits are to be asked: as nginx does, rates and what goes on at once before access. */
    List<Directive> asked(NginxScope scope) {
        Set<Directive> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        RATES.forEach(name -> scope.all(name).forEach(chosen::add));
        // A place that has any rule of access has no other from around it.
        scope.blocks().stream()
                .filter(block -> block.block().stream().anyMatch(NginxGuards::isAccess))
                .findFirst()
                .ifPresent(block ->
                        block.block().stream().filter(NginxGuards::isAccess).forEach(chosen::add));
        scope.blocks().getFirst().all(EXCEPT).forEach(chosen::add);
        List<Directive> inOrder = scope.blocks().stream()
                .flatMap(block -> block.block().stream())
                .filter(chosen::contains)
                .sorted(Comparator.comparingInt(Directive::line))
                .toList();
        boolean allowed =
                inOrder.stream().anyMatch(directive -> directive.name().equals("allow"));
        return !allowed && scope.blocks().getFirst().last(EXCEPT).isEmpty()
                ? inOrder
                : inOrder.stream()
                        .sorted(Comparator.comparingInt(NginxGuards::phase))
                        .toList();
    }

    private static boolean isAccess(Directive directive) {
        return directive.name().equals("allow") || directive.name().equals("deny");
    }

    private static int phase(Directive directive) {
        return isAccess(directive) ? 2 : directive.name().equals(EXCEPT) ? 1 : 0;
    }

    /**
     * Those of a place.
     *
     * @param path which paths they hold for, as limits have it; null for all
     */
    List<Limit> limits(NginxScope scope, @Nullable String path) {
        List<Limit> limits = new ArrayList<>();
        for (Directive directive : asked(scope)) {
            boolean and =
                    remarks.at(directive.line()).filter(NginxLimits.AND::equals).isPresent();
            if (and
                    && directive.file().isEmpty()
                    && !limits.isEmpty()
                    && limits.getLast().from() != null) {
                Limit before = limits.removeLast();
                limits.add(before.with(Limit.FROM, before.from() + ", " + network(directive.argument(0))));
                notes.understood(directive, "of the rule before");
            } else if (directive.name().equals(EXCEPT)) {
                limits.addAll(except(directive, path));
            } else {
                limit(directive, scope)
                        .map(limit -> stream || limit.path() != null ? limit : limit.with(Limit.PATH, path))
                        .ifPresent(limits::add);
            }
        }
        return limits;
    }

    /** Rules of access for all methods but some. */
    private List<Limit> except(Directive directive, @Nullable String path) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : directive.arguments()) {
            names.add(name.toUpperCase(Locale.ROOT));
            if (name.equalsIgnoreCase("GET")) {
                names.add("HEAD");
            }
        }
        List<Limit> limits = new ArrayList<>();
        if (names.isEmpty() || !names.stream().allMatch(name -> name.matches("[A-Z]{1,20}"))) {
            return limits;
        }
        for (Directive rule : directive.block()) {
            if (isAccess(rule)) {
                access(rule)
                        .ifPresent(limit -> limits.add(limit.with(Limit.PATH, path)
                                .with(Limit.METHODS, MethodNames.of(List.copyOf(names), true))));
            } else {
                notes.missed(rule, NginxReasons.of(rule));
            }
        }
        if (!limits.isEmpty()) {
            notes.understood(directive, "rules of access for all other methods");
        }
        return limits;
    }

    private Optional<Limit> limit(Directive directive, NginxScope scope) {
        return switch (directive.name()) {
            case "limit_req" -> rate(directive, scope);
            case "limit_conn" -> atOnce(directive, scope);
            default -> access(directive);
        };
    }

    private Optional<Limit> access(Directive directive) {
        String from = network(directive.argument(0));
        boolean all = from.equals("all");
        if (!all && !CidrBlock.isNetwork(from)) {
            notes.missed(directive, "whose addresses these are is known by networks only");
            return Optional.empty();
        }
        notes.understood(directive, "a rule of access");
        LimitKind kind = directive.name().equals("deny") ? LimitKind.DENY : LimitKind.ALLOW;
        Limit limit = Limit.SETTINGS.usual().with(Limit.KIND, kind);
        return Optional.of(
                (kind == LimitKind.DENY ? limit.with(Limit.STATUS, 403) : limit).with(Limit.FROM, all ? null : from));
    }

    /** An address alone is a network of one. */
    private static String network(String text) {
        return text.matches("[0-9.]+")
                ? text + "/32"
                : text.matches("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*") ? text + "/128" : text;
    }

    private Optional<Limit> rate(Directive directive, NginxScope scope) {
        if (isDry("limit_req_dry_run", directive, scope)) {
            return Optional.empty();
        }
        Directive zone = zone("limit_req_zone", word(directive, "zone=").orElse(""));
        Limit keyed = zone == null ? null : keys.limit(zone.argument(0)).orElse(null);
        var rate = zone == null
                ? null
                : word(zone, "rate=").flatMap(NginxValues::rate).orElse(null);
        Optional<Integer> first = number(directive, "burst=");
        Optional<Integer> second = number(directive, "delay=");
        String wrong = zone == null
                ? NO_ZONE
                : keyed == null
                        ? KEYS
                        : rate == null
                                ? "a rate is a whole number of requests a second or a minute"
                                : first.isEmpty() || second.isEmpty() ? "a burst is a number up to 1,000,000" : "";
        if (zone == null || keyed == null || rate == null || !wrong.isEmpty()) {
            notes.missed(directive, wrong);
            return Optional.empty();
        }
        int burst = first.orElse(0);
        int delay = directive.arguments().contains("nodelay") ? Types.UNLIMITED : second.orElse(0);
        notes.understood(zone, "a leaky bucket");
        notes.understood(directive, "a limit of the rate");
        return Optional.of(keyed.with(Limit.KIND, LimitKind.LEAKY_BUCKET)
                .with(Limit.RATE, rate)
                .with(Limit.BURST, burst == 0 ? null : burst)
                .with(Limit.DELAY, delay)
                .with(Limit.STATUS, status("limit_req_status", scope)));
    }

    private boolean isDry(String name, Directive directive, NginxScope scope) {
        Optional<Directive> dry = scope.last(name).filter(its -> its.argument(0).equals("on"));
        dry.ifPresent(its -> {
            notes.understood(its, "nobody is turned away");
            notes.missed(directive, "a dry run turns nobody away");
        });
        return dry.isPresent();
    }

    private Optional<Limit> atOnce(Directive directive, NginxScope scope) {
        if (isDry("limit_conn_dry_run", directive, scope)) {
            return Optional.empty();
        }
        Directive zone = zone("limit_conn_zone", directive.argument(0));
        Limit keyed = zone == null ? null : keys.limit(zone.argument(0)).orElse(null);
        Integer most =
                NginxValues.whole(directive.argument(1), 1, 1_000_000_000).orElse(null);
        if (zone == null || keyed == null || most == null) {
            notes.missed(
                    directive, zone == null ? NO_ZONE : keyed == null ? KEYS : "a number from 1 on is needed here");
            return Optional.empty();
        }
        notes.understood(zone, "counts what goes on at once");
        notes.understood(directive, "a limit of what goes on at once");
        return Optional.of(keyed.with(Limit.KIND, LimitKind.CONCURRENCY)
                .with(Limit.MOST, most)
                .with(Limit.STATUS, status("limit_conn_status", scope)));
    }

    private int status(String name, NginxScope scope) {
        Directive status = scope.last(name).orElse(null);
        if (status == null) {
            return 503;
        }
        notes.understood(status, "the answer to whom is turned away");
        return NginxValues.whole(status.argument(0), 400, 599).orElse(503);
    }

    private @Nullable Directive zone(String name, String zone) {
        return outermost
                .all(name)
                .filter(directive ->
                        directive.arguments().stream().anyMatch(word -> word.startsWith("zone=" + zone + ":")))
                .findFirst()
                .orElse(null);
    }

    /** 0 where it is not said; nothing where it is no number. */
    private static Optional<Integer> number(Directive directive, String beginning) {
        Optional<String> word = word(directive, beginning);
        return word.isEmpty() ? Optional.of(0) : word.flatMap(text -> NginxValues.whole(text, 0, 1_000_000));
    }

    private static Optional<String> word(Directive directive, String beginning) {
        return directive.arguments().stream()
                .filter(word -> word.startsWith(beginning))
                .map(word -> word.substring(beginning.length()))
                .findFirst();
    }
}
