package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.mirrors.UriKey;
import roundhouse.routing.Failure;
import roundhouse.topology.nodes.data.CacheSettings;

/** What a section of a proxy says, with what it has of its defaults. */
final class ProxySettings {
    /** Times that a proxy can have. */
    enum Time {
        CONNECT,
        SERVER,
        CLIENT,
        QUEUE,
        CHECK,
        KEEP_ALIVE,
        TARPIT
    }

    /** Where a request goes whose server did not take it. */
    enum Redispatch {
        NEVER,
        LAST,
        EVERY
    }

    boolean tcp;
    String balance = "roundrobin";
    String hashMethod = "map-based";
    String hashFunction = "";
    boolean avalanche;
    /** What of a path is hashed. */
    UriKey uri = UriKey.PATH;

    int balanceFactor;
    int retries = 3;
    int maxconn;

    @Nullable
    CacheSettings cache;

    Redispatch redispatch = Redispatch.NEVER;
    Set<Failure> retryOn = Failure.HAPROXY;
    boolean allBackups;
    boolean httpCheck;
    boolean cookie;
    /** Whether servers get cookies whose lines name none. */
    boolean dynamicCookies;

    @Nullable
    String checkPath;

    @Nullable
    String checkStatus;

    @Nullable
    String checkBody;

    List<String> defaultServer = List.of();
    Map<Time, Duration> times = new EnumMap<>(Time.class);

    ProxySettings copy() {
        ProxySettings copy = new ProxySettings();
        copy.tcp = tcp;
        copy.balance = balance;
        copy.hashMethod = hashMethod;
        copy.hashFunction = hashFunction;
        copy.avalanche = avalanche;
        copy.uri = uri;
        copy.balanceFactor = balanceFactor;
        copy.retries = retries;
        copy.maxconn = maxconn;
        copy.redispatch = redispatch;
        copy.retryOn = EnumSet.copyOf(retryOn);
        copy.allBackups = allBackups;
        copy.httpCheck = httpCheck;
        copy.cookie = cookie;
        copy.dynamicCookies = dynamicCookies;
        copy.checkPath = checkPath;
        copy.checkStatus = checkStatus;
        copy.checkBody = checkBody;
        copy.defaultServer = new ArrayList<>(defaultServer);
        copy.times = new EnumMap<>(times);
        return copy;
    }

    @Nullable
    Duration time(Time time) {
        Duration its = times.get(time);
        return its == null || its.compareTo(HaproxyTime.FOREVER) >= 0 ? null : its;
    }
}
