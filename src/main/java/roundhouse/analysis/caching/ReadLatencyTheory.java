package roundhouse.analysis.caching;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import roundhouse.caching.theory.ChainTheory;
import roundhouse.simulation.observing.DataReport;
import roundhouse.topology.Topology;

/** How long reads take on average through caches one behind another, by how many of them each was measured to answer. */
public final class ReadLatencyTheory {
    private ReadLatencyTheory() {}

    public static Expected of(Topology topology, DataReport measured) {
        ReadPath path = ReadPath.of(topology);
        if (!path.problem().isEmpty()) {
            return Expected.not(TheoryFigure.READ_LATENCY, path.problem());
        }
        List<ReadPath.Tier> tiers = path.tiers();
        Set<String> known = new TreeSet<>();
        tiers.forEach(tier -> known.addAll(tier.ids()));
        long left = 0;
        for (var ended : measured.tiers().entrySet()) {
            long reads = ended.getValue().readLatency().count();
            if (reads > 0 && !known.contains(ended.getKey())) {
                return Expected.not(
                        TheoryFigure.READ_LATENCY, "reads ended at " + ended.getKey() + ", which is not on their way");
            }
            left += reads;
        }
        if (left == 0) {
            return Expected.not(TheoryFigure.READ_LATENCY, "nothing was read after the warm-up");
        }
        double[] latencies = new double[tiers.size()];
        double[] ratios = new double[tiers.size() - 1];
        StringJoiner given = new StringJoiner(", ");
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] = tiers.get(i).seconds();
            given.add(String.format(Locale.ROOT, "t%d = %.6g s", i + 1, latencies[i]));
            if (i < ratios.length) {
                long here = 0;
                for (String id : tiers.get(i).ids()) {
                    DataReport.Tier tier = measured.tiers().get(id);
                    here += tier == null ? 0 : tier.readLatency().count();
                }
                ratios[i] = left == 0 ? 0 : (double) here / left;
                left -= here;
                given.add(String.format(Locale.ROOT, "h%d = %.4f", i + 1, ratios[i]));
            }
        }
        return Expected.of(
                TheoryFigure.READ_LATENCY,
                ChainTheory.latency(latencies, ratios),
                "t1 + (1 − h1) (t2 + (1 − h2) …), h measured and of the reads that came so far, " + given
                        + "; where nobody waits");
    }
}
