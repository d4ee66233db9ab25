package roundhouse.analysis.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.storage.quorums.DelayLaw;
import roundhouse.storage.quorums.Wars;
import roundhouse.storage.quorums.WarsSample;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.QuorumSize;
import roundhouse.topology.stores.Store;

/**
 * What Probabilistically Bounded Staleness (Bailis et al., PVLDB 5(8) 2012) expects of a leaderless store for every R and W: a read asks all
 * N and takes the first R answers, nobody waits in a queue, nothing is repaired. Whoever is asked is one of the N: it has no way to itself,
 * and has seen to the request before it asks the others.
 */
final class PbsExpectation {
    private static final double MILLIS = 1e6;
    private static final int TRIALS = 4_000;
    private static final double MEDIAN = 0.5;
    private static final double OLDEST = 0.99;

    private PbsExpectation() {}

    /** A point for each R and W from 1 to N; empty unless every member has every key, all are alike and all as far from each other. */
    static List<PbsPoint> of(Topology design, Store store, WriteRates rates) {
        if (!(store.replication() instanceof LeaderlessReplication leaderless)) {
            return List.of();
        }
        return of(design, store, leaderless.n(), rates);
    }

    /** The one of the store's own R and W; empty where those are levels, too. */
    static Optional<PbsPoint> own(StoreVariant variant, Store store, WriteRates rates) {
        return store.replication() instanceof LeaderlessReplication leaderless
                        && leaderless.r() instanceof QuorumSize.Count(int reads)
                        && leaderless.w() instanceof QuorumSize.Count(int writes)
                ? of(variant.design(), store, leaderless.n(), rates).stream()
                        .filter(point -> point.reads() == reads && point.writes() == writes)
                        .findFirst()
                        .map(point -> point.of(variant.name()))
                : Optional.empty();
    }

    private static List<PbsPoint> of(Topology design, Store store, int n, WriteRates rates) {
        List<Database> members = store.members().stream()
                .flatMap(id -> design.node(id).stream())
                .flatMap(node -> node instanceof Database database ? Stream.of(database) : Stream.empty())
                .toList();
        Optional<Distribution> read = only(members.stream().map(Database::read));
        Optional<Distribution> write = only(members.stream().map(Database::write));
        Optional<Distribution> between = only(design.links().stream()
                .filter(link ->
                        store.members().contains(link.from()) && store.members().contains(link.to()))
                .map(Link::latency));
        if (n != members.size() || read.isEmpty() || write.isEmpty() || between.isEmpty()) {
            return List.of();
        }
        RandomStream random = new RandomStream(design.seed());
        DelayLaw way = law(between.get(), random);
        Wars law = new Wars(
                DelayLaw.NONE,
                DelayLaw.NONE,
                DelayLaw.NONE,
                DelayLaw.NONE,
                new Wars.Far(sum(way, law(write.get(), random)), way, sum(way, law(read.get(), random)), way));
        double toMember = toMember(design, store);
        double readMillis = toMember + read.get().mean().toNanos() / MILLIS;
        double writeMillis = toMember + write.get().mean().toNanos() / MILLIS;
        List<PbsPoint> points = new ArrayList<>();
        for (int reads = 1; reads <= n; reads++) {
            for (int writes = 1; writes <= n; writes++) {
                WarsSample sample = law.sample(n, reads, writes, TRIALS, random);
                points.add(new PbsPoint(
                        "",
                        reads,
                        writes,
                        Math.round((readMillis + sample.read(MEDIAN)) * MILLIS),
                        Math.round((writeMillis + sample.write(MEDIAN)) * MILLIS),
                        rates.stale(sample),
                        Math.round(rates.staleAge(sample, OLDEST) * MILLIS)));
            }
        }
        return points;
    }

    /** What they all are; empty for none, or several. */
    private static Optional<Distribution> only(Stream<Distribution> all) {
        List<Distribution> different = all.distinct().toList();
        return different.size() == 1 ? Optional.of(different.getFirst()) : Optional.empty();
    }

    private static DelayLaw law(Distribution distribution, RandomStream random) {
        DurationSampler sampler = DurationSampler.of(distribution, random);
        return _ -> sampler.nextNanos() / MILLIS;
    }

    private static DelayLaw sum(DelayLaw one, DelayLaw other) {
        return random -> one.draw(random) + other.draw(random);
    }

    /** From whoever asks to the member that is asked, and back, milliseconds on average. */
    private static double toMember(Topology design, Store store) {
        return 2
                * design.links().stream()
                        .filter(link -> store.members().contains(link.to())
                                && !store.members().contains(link.from()))
                        .mapToDouble(link -> link.latency().mean().toNanos() / MILLIS)
                        .average()
                        .orElse(0);
    }
}
