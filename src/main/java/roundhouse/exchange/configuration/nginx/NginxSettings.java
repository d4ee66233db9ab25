package roundhouse.exchange.configuration.nginx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.freshness.Freshness;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.routing.Failure;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.waiting.ConnectionLimits;
import roundhouse.topology.nodes.waiting.TimeLimits;
import roundhouse.topology.types.Types;

/** What a server says of a balancer as a whole; where it says nothing, what nginx does then. */
final class NginxSettings {
    private static final long KEYS_A_MEGABYTE = 8_000;

    private final NginxScope scope;
    private final boolean stream;
    private final Remarks remarks;
    private final NginxNotes notes;

    /** @param scope of the location that most requests come to */
    NginxSettings(NginxScope scope, boolean stream, Remarks remarks, NginxNotes notes) {
        this.scope = scope;
        this.stream = stream;
        this.remarks = remarks;
        this.notes = notes;
    }

    /** @param targets how many there are at most for a request, for as many tries as there are targets */
    LoadBalancer on(LoadBalancer balancer, int targets) {
        LoadBalancer whole = balancer.with(LoadBalancer.LAYER, stream ? 4 : 7)
                .with(LoadBalancer.COST, LoadBalancer.defaultCost(stream ? 4 : 7))
                .with(
                        LoadBalancer.TIMEOUTS,
                        new TimeLimits(time("proxy_connect_timeout", Duration.ofSeconds(60), "connect timeout"), null))
                .with(LoadBalancer.PASS_ON, passing(targets));
        if (!stream) {
            whole = whole.with(LoadBalancer.CONNECTIONS, connections()).with(LoadBalancer.CACHE, cache());
        }
        return tls() ? whole.with(LoadBalancer.TLS, new Tls(Tls.Mode.TERMINATE, Duration.ofMillis(1))) : whole;
    }

    private boolean tls() {
        return scope.blocks().stream()
                .filter(block -> block.name().equals("server"))
                .flatMap(server -> server.all("listen"))
                .anyMatch(listen -> listen.arguments().contains("ssl"));
    }

    private @Nullable Duration time(String name, Duration usual, String became) {
        return NginxValues.limit(scope.last(name)
                .flatMap(directive -> {
                    Optional<Duration> time = NginxValues.time(directive.argument(0));
                    time.ifPresentOrElse(
                            value -> notes.understood(
                                    directive,
                                    NginxValues.limit(value) == null
                                            ? "no " + became
                                            : became + " " + NginxText.time(value)),
                            () -> notes.missed(directive, "this is no time"));
                    return time;
                })
                .orElse(usual));
    }

    private ConnectionLimits connections() {
        int requests = scope.last("keepalive_requests")
                .flatMap(directive -> whole(directive, "requests of a client's connection"))
                .orElse(1_000);
        return new ConnectionLimits(
                requests >= 1_000_000_000 ? Types.UNLIMITED : Math.max(1, requests),
                time("keepalive_time", Duration.ofHours(1), "age of a client's connection"),
                time("keepalive_timeout", Duration.ofSeconds(75), "idle limit of a client's connection"));
    }

    private Optional<Integer> whole(Directive directive, String became) {
        Optional<Integer> value = NginxValues.whole(directive.argument(0), 0, 1_000_000_000);
        value.ifPresentOrElse(
                number -> notes.understood(directive, became + ": " + number),
                () -> notes.missed(directive, "this is no whole number"));
        return value;
    }

    private FailoverPolicy passing(int targets) {
        Optional<Directive> next = scope.last("proxy_next_upstream");
        List<String> words = next.map(Directive::arguments).orElse(List.of("error", "timeout"));
        next.ifPresent(directive -> notes.understood(directive, "after which failures a request is passed on"));
        scope.last("proxy_next_upstream_timeout")
                .ifPresent(directive -> notes.missed(directive, "the time of all tries together has no counterpart"));
        int tries = scope.last("proxy_next_upstream_tries")
                .flatMap(directive -> whole(directive, "targets tried"))
                .orElse(0);
        boolean off = words.contains("off");
        int attempts = Math.clamp(tries == 0 ? (off ? 1 : targets) : tries, 1, 100);
        Set<Failure> failures = stream ? Failure.NGINX : NginxBalancer.failures(String.join(" ", words));
        return new FailoverPolicy(
                attempts,
                attempts == 1 ? Failure.NGINX : failures,
                attempts > 1 && words.contains("non_idempotent"),
                time(
                        stream ? "proxy_timeout" : "proxy_read_timeout",
                        stream ? Duration.ofMinutes(10) : Duration.ofSeconds(60),
                        "a target's timeout"));
    }

    /** What nginx takes for failures of a target, for max_fails. */
    Set<Failure> failures() {
        return scope.last("proxy_next_upstream")
                .filter(directive -> !remarks.at(directive.line()).orElse("").equals(NginxBalancer.COUNTS_LESS))
                .map(directive -> NginxBalancer.counted(String.join(" ", directive.arguments())))
                .orElse(Failure.NGINX);
    }

    private @Nullable CacheSettings cache() {
        Directive zone = scope.last("proxy_cache").orElse(null);
        if (zone == null || zone.argument(0).equals("off")) {
            return null;
        }
        Directive path = scope.all("proxy_cache_path")
                .filter(directive -> directive.arguments().stream()
                        .anyMatch(word -> word.startsWith("keys_zone=" + zone.argument(0) + ":")))
                .findFirst()
                .orElse(null);
        if (path == null) {
            notes.missed(zone, "there is no proxy_cache_path with that zone");
            return null;
        }
        notes.understood(zone, "a cache");
        notes.understood(path, "its capacity");
        CacheSettings cache = CacheSettings.SETTINGS
                .usual()
                .with(CacheSettings.CAPACITY, capacity(path))
                .with(CacheSettings.FRESHNESS, Freshness.NGINX);
        for (Directive valid : scope.all("proxy_cache_valid").toList()) {
            cache = valid(cache, valid);
        }
        Optional<Directive> uses = scope.last("proxy_cache_min_uses");
        int least =
                uses.flatMap(directive -> whole(directive, "admitted after")).orElse(1);
        cache = cache.with(CacheSettings.ADMIT_AFTER, Math.clamp(least, 1, 1_000));
        Optional<Directive> lock = scope.last("proxy_cache_lock");
        lock.ifPresent(directive -> notes.understood(directive, "who waits for a fetch"));
        if (lock.map(directive -> directive.argument(0)).orElse("").equals("on")) {
            cache = cache.with(CacheSettings.COALESCE, Coalescing.Scope.COLD);
        }
        scope.last("proxy_cache_background_update")
                .ifPresent(directive -> notes.understood(directive, "what is stale is fetched anew meanwhile"));
        return stale(cache, path);
    }

    private CacheSettings stale(CacheSettings cache, Directive path) {
        Directive stale = scope.last("proxy_cache_use_stale").orElse(null);
        if (stale == null) {
            return cache;
        }
        notes.understood(stale, "stale answers, for as long as unused ones are kept");
        if (cache.ttl() == null || stale.arguments().contains("off")) {
            return cache;
        }
        Duration kept = word(path, "inactive=").flatMap(NginxValues::time).orElse(Duration.ofMinutes(10));
        Duration least = kept.isZero() ? Duration.ofSeconds(1) : kept;
        boolean errors = stale.arguments().stream().anyMatch(word -> !word.equals("updating"));
        boolean updating = stale.arguments().contains("updating");
        return cache.with(CacheSettings.STALE_IF_ERROR, errors ? least : null)
                .with(CacheSettings.STALE_WHILE_REVALIDATE, updating ? least : null);
    }

    private CacheSettings valid(CacheSettings cache, Directive valid) {
        List<String> words = new ArrayList<>(valid.arguments());
        Duration time =
                words.isEmpty() ? null : NginxValues.time(words.removeLast()).orElse(null);
        if (time == null || time.isZero()) {
            notes.missed(valid, "no time that an answer is kept");
            return cache;
        }
        boolean good = words.isEmpty() || words.contains("200") || words.contains("any");
        boolean bad = words.contains("any") || words.stream().anyMatch(word -> word.matches("5\\d\\d"));
        if (!good && !bad) {
            notes.missed(valid, "the servers here answer well or with a failure");
            return cache;
        }
        notes.understood(valid, good ? "time to live" : "time that failures are kept");
        CacheSettings result = good ? cache.with(CacheSettings.TTL, NginxValues.limit(time)) : cache;
        return bad ? result.with(CacheSettings.NEGATIVE_TTL, time) : result;
    }

    private static CacheCapacity capacity(Directive path) {
        Optional<Long> most = word(path, "max_size=").flatMap(NginxValues::size);
        return most.filter(size -> size > 0)
                .map(CacheCapacity::ofBytes)
                .orElseGet(() -> CacheCapacity.ofEntries(word(path, "keys_zone=")
                        .map(zone -> zone.substring(zone.lastIndexOf(':') + 1))
                        .flatMap(NginxValues::size)
                        .map(size -> Math.clamp((size >> 20) * KEYS_A_MEGABYTE, 1L, CacheCapacity.MOST_ENTRIES))
                        .orElse(KEYS_A_MEGABYTE)));
    }

    private static Optional<String> word(Directive directive, String beginning) {
        return directive.arguments().stream()
                .filter(word -> word.startsWith(beginning))
                .map(word -> word.substring(beginning.length()))
                .findFirst();
    }
}
