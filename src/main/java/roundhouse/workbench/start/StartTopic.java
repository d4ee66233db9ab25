package roundhouse.workbench.start;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;

/**
 * Samples about one subject, in the order in which they teach it.
 *
 * @param files names below the samples
 */
public record StartTopic(String title, List<String> files) {
    /** All that come with the program, each in one topic. */
    public static final List<StartTopic> ALL = List.of(
            of(
                    text("start.well-known-architectures"),
                    "templates/web-shop.json",
                    "templates/chat-rooms.json",
                    "templates/video-site-cdn.json",
                    "templates/feed-fan-out.json",
                    "templates/url-shortener.json",
                    "templates/game-match-servers.json",
                    "templates/bank-ledger.json",
                    "templates/social-counter.json"),
            of(
                    text("start.up-out-and-how-traffic"),
                    "three-servers.json",
                    "up-or-out.json",
                    "rush-hour.json",
                    "bursts-open-and-closed.json",
                    "autoscaler-too-late.json",
                    "flapping-and-stabilization.json",
                    "cold-start.json",
                    "cold-start-slow-start.json"),
            of(
                    text("start.which-server-takes-a-request"),
                    "four-balancers.json",
                    "slow-server-round-robin.json",
                    "slow-server-least-connections.json",
                    "strong-and-weak-weighted-round-robin.json",
                    "strong-and-weak-least-connections.json",
                    "strong-and-weak-least-response-time.json",
                    "queue-at-the-balancer.json",
                    "path-rules.json",
                    "keep-alive-layer-4-and-7.json",
                    "connection-age.json"),
            of(
                    text("start.sessions-and-state"),
                    "office-ip-hash.json",
                    "game-servers-in-memory.json",
                    "game-servers-with-a-store.json"),
            of(
                    text("start.where-a-key-lives"),
                    "hash-mod-n.json",
                    "consistent-hashing.json",
                    "a-cache-node-lost.json",
                    "sharded-store-grows.json"),
            of(
                    text("start.regions-zones-and-names"),
                    "three-regions.json",
                    "cdn-of-three-regions.json",
                    "zone-outage.json",
                    "uneven-zones.json",
                    "dns-failover-and-ttl.json",
                    "few-large-resolvers.json"),
            of(
                    text("start.when-something-breaks"),
                    "dead-server-without-checks.json",
                    "dead-server-with-checks.json",
                    "takeover.json",
                    "split-brain.json",
                    "lossy-link.json",
                    "attack-wave.json"),
            of(
                    text("start.retries-breakers-and-tails"),
                    "retry-storm.json",
                    "retry-amplification.json",
                    "retry-budget.json",
                    "slow-service-three-tiers-down.json",
                    "breaker-before-a-slow-store.json",
                    "tail-at-scale.json"),
            of(
                    text("start.caches"),
                    "six-places-to-cache.json",
                    "a-scan-empties-the-cache.json",
                    "four-ways-of-writing.json",
                    "write-back-and-a-crash.json",
                    "three-ways-to-invalidate.json",
                    "stale-set-and-leases.json",
                    "stampede.json"),
            of(
                    text("start.copies-of-data"),
                    "partition-available.json",
                    "partition-consistent.json",
                    "failover-async.json",
                    "failover-sync.json",
                    "store-split-brain.json",
                    "quorums-side-by-side.json",
                    "last-write-wins-wrong-clock.json",
                    "siblings-counter-and-set.json"),
            of(
                    text("start.stores-as-their-makers-decided"),
                    "decision-bank.json",
                    "decision-social-feed.json",
                    "decision-dynamo.json",
                    "decision-hbase.json",
                    "decision-mongodb-majority.json",
                    "decision-mongodb-w1.json",
                    "decision-pnuts.json",
                    "decision-voltdb.json"));

    private static StartTopic of(String title, String... files) {
        return new StartTopic(title, List.of(files));
    }
}
