package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.caching.Popularity;
import roundhouse.caching.theory.CharacteristicTime;
import roundhouse.simulation.observing.DataReport;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/**
 * Would a cache help? By how skewed the keys are: what an LRU cache of a tenth of them hits, by Che's approximation. Where there is one
 * and the design has run, what it hit.
 */
final class CacheQuestion implements ChecklistQuestion {
    private static final double PART_OF_KEYS = 0.1;
    private static final double WORTH_IT = 0.3;
    private static final double POOR = 0.2;

    @Override
    public List<Advice> ask(Examined examined) {
        Topology topology = examined.topology();
        List<Advice> advice = new ArrayList<>();
        for (Node node : topology.nodes()) {
            if (node instanceof Server server
                    && server.data() != null
                    && server.cache() == null
                    && server.data().cache().isEmpty()
                    && topology.node(String.valueOf(server.data().store())).orElse(null) instanceof Database database) {
                advice.add(missing(server, database, examined));
            }
        }
        measured(examined, advice);
        if (advice.isEmpty()) {
            boolean caches = topology.nodes().stream().anyMatch(Node::caches);
            boolean data = topology.nodes().stream().anyMatch(Node::storesData);
            advice.add(Advice.note(
                    ChecklistItem.CACHES,
                    "",
                    caches
                            ? "there are caches; run it to see what they hit"
                            : data
                                    ? "no server reads a database by itself, so a cache has nothing to stand before"
                                    : "no node keeps data, so there is nothing to cache",
                    ""));
        }
        return advice;
    }

    private static Advice missing(Server server, Database database, Examined examined) {
        double reads = DataDemand.readShare(examined.topology());
        KeyDistribution keys = keys(examined.topology());
        String problem = keys == null ? "clients send different keys" : Popularity.problem(keys);
        if (keys == null || !problem.isEmpty()) {
            return Advice.note(
                    ChecklistItem.CACHES,
                    server.id(),
                    "asks " + database.id()
                            + " for everything; whether a cache would help cannot be said before it runs, for "
                            + problem,
                    ShownFigures.percent(reads) + " reads");
        }
        int entries = Math.max(1, (int) (keys.count() * PART_OF_KEYS));
        double hits = CharacteristicTime.lruHitRatio(Popularity.of(keys), entries);
        String figure = ShownFigures.percent(hits) + " of reads hit";
        String what =
                "a cache of " + entries + " of " + keys.count() + " keys would answer " + ShownFigures.percent(hits)
                        + " of the reads, so " + database.id() + " would have "
                        + ShownFigures.percent(1 - reads * hits) + " of its work left";
        if (reads * hits < WORTH_IT) {
            return Advice.good(
                    ChecklistItem.CACHES, server.id(), "asks " + database.id() + " for everything; " + what, figure);
        }
        Fix fix = Fix.of(
                "Put a cache before " + database.id(),
                examined.topology(),
                Additions.cache(examined.topology(), server, database, entries));
        boolean busy = examined.demand().busy(database, examined.topology()) >= BottleneckQuestion.AIM
                || examined.busy(database).orElse(0) >= BottleneckQuestion.AIM;
        Advice advice = busy
                ? Advice.warning(ChecklistItem.CACHES, server.id(), what, figure)
                : Advice.note(ChecklistItem.CACHES, server.id(), what, figure);
        return advice.mendedBy(fix);
    }

    /** The keys that all clients send; null where they send different ones. */
    private static @Nullable KeyDistribution keys(Topology topology) {
        List<KeyDistribution> keys = topology.nodes().stream()
                .filter(Clients.class::isInstance)
                .map(node -> ((Clients) node).keys())
                .distinct()
                .toList();
        return keys.size() == 1 ? keys.getFirst() : null;
    }

    private static void measured(Examined examined, List<Advice> advice) {
        DataReport data = examined.report() == null ? null : examined.report().data();
        if (data == null) {
            return;
        }
        for (Map.Entry<String, DataReport.Caches> cache : data.caches().entrySet()) {
            double lookups = cache.getValue().hits() + (double) cache.getValue().misses();
            if (lookups > 0) {
                double ratio = cache.getValue().hits() / lookups;
                String figure = ShownFigures.percent(ratio) + " hit in the run";
                advice.add(
                        ratio < POOR
                                ? Advice.warning(
                                        ChecklistItem.CACHES,
                                        cache.getKey(),
                                        "answers next to nothing: every request pays for the lookup as well",
                                        figure)
                                : Advice.good(
                                        ChecklistItem.CACHES,
                                        cache.getKey(),
                                        "answers what would have gone on to what is behind it",
                                        figure));
            }
        }
    }
}
