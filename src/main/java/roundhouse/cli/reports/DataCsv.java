package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.DataReport;

/** What became of data, in columns of a row per node; none where nothing keeps data. */
final class DataCsv {
    private static final List<String> HEADER = List.of(
            "hits",
            "misses",
            "hit_ratio",
            "byte_hit_ratio",
            "stale_hits",
            "cold_misses",
            "expired",
            "evicted",
            "invalidated",
            "coalesced",
            "refreshes",
            "entries",
            "dirty",
            "reads_ended",
            "writes_ended");
    private static final int OF_CACHE = HEADER.size() - 2;

    private DataCsv() {}

    static List<String> header(@Nullable DataReport data) {
        return data == null ? List.of() : HEADER;
    }

    static List<Object> cells(@Nullable DataReport data, String id) {
        if (data == null) {
            return List.of();
        }
        List<Object> cells = new ArrayList<>();
        DataReport.Caches its = data.caches().get(id);
        if (its == null) {
            cells.addAll(Collections.nCopies(OF_CACHE, ""));
        } else {
            cells.addAll(List.of(
                    its.hits(),
                    its.misses(),
                    known(its.hitRatio()),
                    known(its.byteHitRatio()),
                    its.stale(),
                    its.cold(),
                    its.expired(),
                    its.evicted(),
                    its.invalidated(),
                    its.coalesced(),
                    its.refreshes(),
                    its.entries(),
                    its.dirty()));
        }
        DataReport.Tier tier = data.tiers().get(id);
        cells.addAll(tier == null ? List.of("", "") : List.of(tier.reads(), tier.writes()));
        return cells;
    }

    private static Object known(double ratio) {
        return Double.isNaN(ratio) ? "" : ratio;
    }
}
