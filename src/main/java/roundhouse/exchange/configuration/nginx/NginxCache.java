package roundhouse.exchange.configuration.nginx;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.freshness.Freshness;
import roundhouse.exchange.configuration.Account;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.data.CacheSettings;

/** Writes a balancer's cache. */
final class NginxCache {
    private static final long KEYS_A_MEGABYTE = 8_000;

    private final CacheSettings cache;
    private final String zone;
    private final String pointer;
    private final Account account;

    NginxCache(LoadBalancer balancer, CacheSettings cache, Account account) {
        this.cache = cache;
        this.account = account;
        zone = "cache_" + balancer.id();
        pointer = account.node(balancer.id()) + "/cache";
        account.described(pointer);
    }

    /** Before the servers. */
    void writePath(NginxText text) {
        boolean bytes = cache.capacity().inBytes() && cache.capacity().amount() > 0;
        long megabytes = cache.capacity().inBytes()
                ? 10
                : Math.max(1, (cache.capacity().amount() + KEYS_A_MEGABYTE - 1) / KEYS_A_MEGABYTE);
        text.say("proxy_cache_path /var/tmp/roundhouse-" + zone + " keys_zone=" + zone + ":" + megabytes + "m"
                + (bytes ? " max_size=" + cache.capacity().amount() : "") + " inactive="
                + NginxText.time(NginxText.FOREVER));
        if (bytes) {
            account.said(pointer + "/capacity");
        } else {
            account.unwritten(
                    pointer + "/capacity", "nginx bounds a cache by bytes; its zone has room for about so many keys");
        }
    }

    /** In each server. */
    void write(NginxText text) {
        text.say("proxy_cache " + zone);
        text.say("proxy_cache_valid 200 301 302 " + seconds("/ttl", cache.ttl()));
        if (cache.negativeTtl() != null) {
            text.say("proxy_cache_valid 500 502 503 504 " + seconds("/negative-ttl", cache.negativeTtl()));
        }
        if (cache.admitAfter() > 1) {
            text.say("proxy_cache_min_uses " + cache.admitAfter());
            account.said(pointer + "/admit-after");
        }
        if (cache.coalesce() != Coalescing.Scope.NONE) {
            text.say("proxy_cache_lock on");
        }
        if (cache.coalesce() == Coalescing.Scope.ALL) {
            account.unwritten(pointer + "/coalesce", "nginx lets requests wait only for what it does not have at all");
        } else {
            account.said(pointer + "/coalesce");
        }
        stale(text);
        if (cache.policy().equals("lru")) {
            account.said(pointer + "/policy");
        } else {
            account.unwritten(pointer + "/policy", "nginx throws out what was used least recently");
        }
        if (cache.freshness() == Freshness.NGINX) {
            account.said(pointer + "/freshness");
        } else if (cache.ttl() != null) {
            account.unwritten(pointer + "/freshness", "nginx counts ages in whole seconds of the clock");
        }
    }

    private void stale(NginxText text) {
        boolean errors = cache.staleIfError() != null;
        boolean updating = cache.staleWhileRevalidate() != null;
        if (errors || updating) {
            text.say("proxy_cache_use_stale" + (errors ? " error timeout http_500 http_502 http_503 http_504" : "")
                    + (updating ? " updating" : ""));
        }
        if (updating) {
            text.say("proxy_cache_background_update on");
        }
        String why = "nginx gives what is stale for as long as it has it";
        if (errors) {
            account.unwritten(pointer + "/stale-if-error", why);
        }
        if (updating) {
            account.unwritten(pointer + "/stale-while-revalidate", why);
        }
    }

    /** nginx keeps answers for whole seconds. */
    private String seconds(String key, @Nullable Duration time) {
        if (time != null
                && (!time.equals(Duration.ofSeconds(time.toSeconds())) || time.compareTo(NginxText.FOREVER) >= 0)) {
            account.unwritten(pointer + key, "nginx keeps answers for whole seconds, and here for at most a year");
        } else {
            account.said(pointer + key);
        }
        Duration its = time == null || time.compareTo(NginxText.FOREVER) > 0 ? NginxText.FOREVER : time;
        return its.plusNanos(999_999_999).toSeconds() + "s";
    }
}
