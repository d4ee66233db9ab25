package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Failure;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.nodes.waiting.TimeLimits;

/** What a backend, or the half of a listen section that is one, says. */
final class Backend {
    private static final Duration SECOND = Duration.ofSeconds(1);

    final HaproxyLine head;
    /** Where it ends. */
    final int last;

    final String name;
    final ProxySettings proxy;
    final List<ServerLine> servers = new ArrayList<>();
    Sticky sticky = Sticky.OFF;

    Backend(HaproxySection section, ProxySettings proxy) {
        this.head = section.head();
        this.last = section.lines().isEmpty()
                ? head.number()
                : section.lines().getLast().number();
        this.name = head.word(1);
        this.proxy = proxy;
    }

    /** A balancer that does as it says. */
    LoadBalancer balancer(LoadBalancer base, boolean queues) {
        LoadBalancer next = base.with(LoadBalancer.ALGORITHM, HaproxyMethod.read(proxy))
                .with(LoadBalancer.BACKUPS, proxy.allBackups ? BackupUse.ALL : BackupUse.FIRST)
                .with(LoadBalancer.PASS_ON, passOn())
                .with(
                        LoadBalancer.TIMEOUTS,
                        TimeLimits.CONNECT.with(base.timeouts(), proxy.time(ProxySettings.Time.CONNECT)))
                .with(LoadBalancer.STICKY, proxy.cookie && !proxy.tcp ? Sticky.of(Sticky.By.COOKIE) : sticky);
        if (queues && servers.stream().anyMatch(server -> server.values().containsKey("maxconn"))) {
            next = next.with(LoadBalancer.QUEUE, queue());
        }
        if (proxy.cache != null && !proxy.tcp) {
            next = next.with(LoadBalancer.CACHE, proxy.cache);
        }
        return next.with(LoadBalancer.HEALTH, health());
    }

    private FailoverPolicy passOn() {
        Duration timeout = proxy.time(ProxySettings.Time.SERVER);
        FailoverPolicy once = FailoverPolicy.TIMEOUT.with(FailoverPolicy.NEVER, timeout);
        if (proxy.retries == 0) {
            return once;
        }
        FailoverPolicy.Next next = switch (proxy.redispatch) {
            case NEVER -> FailoverPolicy.Next.SAME;
            case LAST -> FailoverPolicy.Next.SAME_THEN_OTHER;
            case EVERY -> FailoverPolicy.Next.OTHER;
        };
        Duration connect = proxy.time(ProxySettings.Time.CONNECT);
        Duration wait = connect == null || connect.compareTo(SECOND) > 0 ? SECOND : connect;
        return new FailoverPolicy(
                proxy.retries + 1,
                proxy.retryOn,
                !proxy.retryOn.equals(Failure.HAPROXY),
                next,
                next.staysFirst() ? wait : once.pause(),
                timeout);
    }

    private BalancerQueue queue() {
        Duration timeout = proxy.times.containsKey(ProxySettings.Time.QUEUE)
                ? proxy.time(ProxySettings.Time.QUEUE)
                : proxy.time(ProxySettings.Time.CONNECT);
        BalancerQueue queue = BalancerQueue.of(BalancerQueue.By.SHARED)
                .with(BalancerQueue.TIMEOUT, timeout)
                .with(BalancerQueue.REDISPATCH, proxy.redispatch != ProxySettings.Redispatch.NEVER);
        return servers.stream()
                .flatMap(server -> server.whole("maxqueue", 1, 1_000_000_000).stream())
                .findFirst()
                .map(most -> queue.with(BalancerQueue.TARGET_LENGTH, most))
                .orElse(queue);
    }

    private Health health() {
        ServerLine server =
                servers.stream().filter(its -> its.has("check")).findFirst().orElse(null);
        if (server == null) {
            return Health.NONE;
        }
        Health health = Health.NONE.checking(checks(server));
        int limit = server.whole("error-limit", 1, 1_000).orElse(10);
        String observe = server.values().getOrDefault("observe", "");
        if (!observe.isEmpty()) {
            health = Health.PASSIVE.with(
                    health,
                    new Health.Passive(
                            limit,
                            Health.Passive.SETTINGS.usual().failTimeout(),
                            observe.equals("layer7") ? EnumSet.allOf(Failure.class) : Failure.NGINX));
        }
        Duration slow = server.time("slowstart").orElse(Duration.ZERO);
        return Health.SLOW_START.with(
                health, Duration.ofSeconds(slow.plusMillis(999).toSeconds()));
    }

    private Health.Active checks(ServerLine server) {
        Duration interval = atLeast(server.time("inter").orElse(Duration.ofSeconds(2)));
        Duration timeout = proxy.time(ProxySettings.Time.CHECK);
        boolean request = proxy.httpCheck;
        CheckQuestion question = CheckQuestion.USUAL;
        question = CheckQuestion.PORT.with(
                question, server.whole("port", 1, 65_535).orElse(null));
        if (request) {
            question = CheckQuestion.PATH.with(question, proxy.checkPath);
            if (proxy.checkStatus != null) {
                question = CheckQuestion.STATUS.with(question, proxy.checkStatus);
            }
            question = CheckQuestion.BODY.with(question, proxy.checkBody);
        }
        return new Health.Active(
                request ? Health.Probe.REQUEST : Health.Probe.CONNECT,
                interval,
                atLeast(Objects.requireNonNullElse(timeout, interval)),
                server.whole("fall", 1, 1_000).orElse(3),
                server.whole("rise", 1, 1_000).orElse(2),
                other(server, "fastinter", interval),
                other(server, "downinter", interval),
                question,
                new MarkedActions(
                        "shutdown-sessions".equals(server.values().get("on-marked-down")),
                        "shutdown-backup-sessions".equals(server.values().get("on-marked-up"))));
    }

    private static @Nullable Duration other(ServerLine server, String name, Duration interval) {
        return server.time(name)
                .map(Backend::atLeast)
                .filter(its -> !its.equals(interval))
                .orElse(null);
    }

    private static Duration atLeast(Duration time) {
        return time.toMillis() < 1 ? Duration.ofMillis(1) : time;
    }
}
