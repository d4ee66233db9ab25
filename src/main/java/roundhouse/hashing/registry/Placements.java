package roundhouse.hashing.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.buckets.Anchor;
import roundhouse.hashing.buckets.Jump;
import roundhouse.hashing.buckets.JumpBack;
import roundhouse.hashing.buckets.Maglev;
import roundhouse.hashing.buckets.Modulo;
import roundhouse.hashing.buckets.Rendezvous;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.mirrors.Caddy;
import roundhouse.hashing.mirrors.EnvoyBoundedLoad;
import roundhouse.hashing.mirrors.EnvoyMaglev;
import roundhouse.hashing.mirrors.EnvoyRing;
import roundhouse.hashing.mirrors.HaproxyBoundedLoad;
import roundhouse.hashing.mirrors.HaproxyConsistent;
import roundhouse.hashing.mirrors.HaproxyMap;
import roundhouse.hashing.mirrors.Ketama;
import roundhouse.hashing.mirrors.KetamaLibmemcached;
import roundhouse.hashing.mirrors.NginxConsistent;
import roundhouse.hashing.mirrors.NginxHash;
import roundhouse.hashing.mirrors.VarnishShard;
import roundhouse.hashing.rings.BoundedLoad;
import roundhouse.hashing.rings.MultiProbe;
import roundhouse.hashing.rings.PointPlacement;
import roundhouse.hashing.rings.Ring;

/** The registry of placements: one line each, read by the file format, the inspector, the command line and the tests. */
public final class Placements {
    private static final List<Placements> ALL = new ArrayList<>();

    public static final Placements MODULO = any(
            "modulo",
            "Hash mod N",
            "The hash modulo the number of targets: the problem.",
            HashFunction.XXH3,
            (targets, with) -> new Modulo(targets, with.hash()));
    public static final Placements RING =
            any("ring", "Ring", "The first token clockwise.", HashFunction.XXH3, Placements::ring);
    public static final Placements RENDEZVOUS = any(
            "rendezvous",
            "Rendezvous",
            "The highest draw of all targets.",
            HashFunction.XXH3,
            (targets, with) -> new Rendezvous(targets, with.hash()));
    public static final Placements JUMP = any(
            "jump",
            "Jump",
            "Jumps to the newest bucket it may have.",
            HashFunction.XXH3,
            (targets, with) -> new Jump(targets, with.hash()));
    public static final Placements JUMP_BACK = any(
            "jump-back",
            "JumpBack",
            "Jump hash in constant time.",
            HashFunction.XXH3,
            (targets, with) -> new JumpBack(targets, with.hash()));
    public static final Placements MAGLEV = any(
            "maglev",
            "Maglev",
            "A table of 65,537 slots, filled in turn.",
            HashFunction.XXH3,
            (targets, with) -> new Maglev(targets, with.hash()));
    public static final Placements MULTI_PROBE = any(
            "multi-probe",
            "Multi-probe",
            "The nearest token of 21 probes.",
            HashFunction.XXH3,
            (targets, with) -> new MultiProbe(targets, with.hash()));
    public static final Placements ANCHOR = any(
            "anchor",
            "Anchor",
            "Buckets of which any may leave.",
            HashFunction.XXH3,
            (targets, with) -> new Anchor(targets, with.hash()));
    public static final Placements BOUNDED_LOAD = any(
            "bounded-load",
            "Bounded load",
            "A ring on which no target is overloaded.",
            HashFunction.XXH3,
            Placements::boundedLoad);
    public static final Placements NGINX_CONSISTENT = own(
            "nginx-consistent",
            "nginx, consistent",
            "nginx's hash … consistent.",
            HashFunction.CRC32,
            (targets, _) -> new NginxConsistent(targets));
    public static final Placements NGINX_HASH = own(
            "nginx-hash", "nginx, plain", "nginx's hash.", HashFunction.CRC32, (targets, _) -> new NginxHash(targets));
    public static final Placements HAPROXY_CONSISTENT = any(
            "haproxy-consistent",
            "HAProxy, consistent",
            "HAProxy's hash-type consistent: the nearer point.",
            HashFunction.SDBM,
            Placements::haproxyConsistent);
    public static final Placements HAPROXY_MAP = any(
            "haproxy-map",
            "HAProxy, map-based",
            "HAProxy's hash-type map-based, its default.",
            HashFunction.SDBM,
            (targets, with) -> new HaproxyMap(targets, with.hash()));
    public static final Placements KETAMA = any(
            "ketama",
            "Ketama",
            "MD5 points, as twemproxy and, weighted, libmemcached.",
            HashFunction.MD5,
            (targets, with) -> new Ketama(targets, with.hash()));
    public static final Placements KETAMA_LIBMEMCACHED = own(
            "ketama-libmemcached",
            "Ketama of libmemcached",
            "100 points a server, unless weighted.",
            HashFunction.ONE_AT_A_TIME,
            (targets, with) -> new KetamaLibmemcached(targets, with.hash()));
    public static final Placements CADDY = own(
            "caddy",
            "Caddy",
            "Rendezvous by FNV-1a, as Caddy's hash policies.",
            HashFunction.FNV1A_32,
            (targets, _) -> new Caddy(targets));
    public static final Placements VARNISH_SHARD = own(
            "varnish-shard",
            "Varnish shard",
            "Varnish's shard director.",
            HashFunction.SHA256,
            (targets, _) -> new VarnishShard(targets));
    public static final Placements ENVOY_RING = own(
            "envoy-ring",
            "Envoy, ring hash",
            "Envoy's ring of 1,024 points or more.",
            HashFunction.XXH64,
            (targets, with) -> envoy(new EnvoyRing(targets), with));
    public static final Placements ENVOY_MAGLEV = own(
            "envoy-maglev",
            "Envoy, Maglev",
            "Envoy's Maglev.",
            HashFunction.XXH64,
            (targets, with) -> envoy(new EnvoyMaglev(targets), with));

    private final String key;
    private final String title;
    private final String summary;
    private final HashFunction defaultHash;
    private final boolean anyHash;
    private final Factory factory;

    @FunctionalInterface
    private interface Factory {
        Placement create(List<Target> targets, PlacementOptions options);
    }

    private Placements(
            String key, String title, String summary, HashFunction defaultHash, boolean anyHash, Factory factory) {
        this.key = key;
        this.title = title;
        this.summary = summary;
        this.defaultHash = defaultHash;
        this.anyHash = anyHash;
        this.factory = factory;
    }

    /** A placement for which a hash function can be chosen. */
    private static Placements any(String key, String title, String summary, HashFunction hash, Factory factory) {
        return add(new Placements(key, title, summary, hash, true, factory));
    }

    /** A placement that mirrors software with a hash function of its own. */
    private static Placements own(String key, String title, String summary, HashFunction hash, Factory factory) {
        return add(new Placements(key, title, summary, hash, false, factory));
    }

    private static Placements add(Placements added) {
        ALL.add(added);
        return added;
    }

    private static Placement boundedLoad(List<Target> targets, PlacementOptions options) {
        return ring(
                targets,
                options.balanceFactor() == PlacementOptions.UNBOUNDED
                        ? options.withBalanceFactor(BoundedLoad.DEFAULT_FACTOR)
                        : options);
    }

    private static Placement ring(List<Target> targets, PlacementOptions options) {
        return bounded(new Ring(targets, options.hash(), options.virtualNodes()), options);
    }

    private static Placement haproxyConsistent(List<Target> targets, PlacementOptions options) {
        HaproxyConsistent placement = new HaproxyConsistent(targets, options.hash());
        return options.balanceFactor() == PlacementOptions.UNBOUNDED
                ? placement
                : new HaproxyBoundedLoad(placement, options.balanceFactor());
    }

    private static Placement envoy(AbstractPlacement placement, PlacementOptions options) {
        return options.balanceFactor() == PlacementOptions.UNBOUNDED
                ? placement
                : new EnvoyBoundedLoad(placement, options.balanceFactor());
    }

    private static Placement bounded(PointPlacement placement, PlacementOptions options) {
        return options.balanceFactor() == PlacementOptions.UNBOUNDED
                ? placement
                : new BoundedLoad(placement, options.balanceFactor());
    }

    /** The name in files and on the command line. */
    public String key() {
        return key;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** What it does, in a sentence. */
    public String summary() {
        return summary;
    }

    /** What keys are hashed with unless something else is asked for. */
    public HashFunction defaultHash() {
        return defaultHash;
    }

    /** Whether another hash function can be chosen; software that has one of its own cannot be given another. */
    public boolean takesAnyHash() {
        return anyHash;
    }

    /** Whether it is a {@link Ring}, alone or under a bound on load, which has virtual nodes and tokens that can be moved. */
    public boolean isRing() {
        return this == RING || this == BOUNDED_LOAD;
    }

    /** Whether a bound on load means anything to it. */
    public boolean canBeBounded() {
        return isRing() || this == HAPROXY_CONSISTENT || this == ENVOY_RING || this == ENVOY_MAGLEV;
    }

    /** Whether HAProxy places keys so. */
    public boolean isHaproxys() {
        return this == HAPROXY_CONSISTENT || this == HAPROXY_MAP;
    }

    /** Whether a target that it must not place counts even so: in the numbers of the others, or in the divisor of all weights. */
    public boolean countsEveryTarget() {
        return isHaproxys();
    }

    /** Whether a target that warms up owns fewer keys, in proportion. */
    public boolean warmsUp() {
        return this == HAPROXY_CONSISTENT;
    }

    /** All of them, the simplest first, those of real software last. */
    public static List<Placements> all() {
        return List.copyOf(ALL);
    }

    public static Optional<Placements> of(String key) {
        return ALL.stream().filter(placement -> placement.key.equals(key)).findFirst();
    }

    /**
     * A placement of these targets.
     *
     * @throws IllegalArgumentException when it cannot be built so: another hash function than its own, weights that come to more
     *     points than it can have
     */
    public Placement create(List<Target> targets, PlacementOptions options) {
        if (!anyHash && !options.hash().equals(defaultHash)) {
            throw new IllegalArgumentException(
                    key + " always hashes keys with " + defaultHash + ", not " + options.hash());
        }
        return factory.create(targets, options);
    }

    @Override
    public String toString() {
        return key;
    }
}
