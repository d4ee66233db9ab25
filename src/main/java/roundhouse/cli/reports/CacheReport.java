package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import roundhouse.caching.CacheBound;
import roundhouse.caching.traces.KeyTrace;
import roundhouse.caching.traces.TraceReplay;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of a trace in a cache, under one policy or side by side under several. */
public record CacheReport(KeyTrace trace, CacheBound bound, List<Row> rows) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What one policy made of it. */
    public record Row(String policy, TraceReplay replay) {}

    /** An object for one policy, an array of them for several. */
    public String json() {
        ArrayNode all = MAPPER.createArrayNode();
        rows.forEach(row -> object(all.addObject(), row));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(rows.size() == 1 ? all.get(0) : all) + "\n";
    }

    private void object(ObjectNode to, Row row) {
        TraceReplay replay = row.replay();
        to.put("policy", row.policy());
        to.put("capacity", bound.most());
        if (bound.unit() == CacheBound.Unit.BYTES) {
            to.put("capacity-unit", "bytes");
        }
        to.put("accesses", replay.accesses());
        to.put("hits", replay.hits());
        to.put("misses", replay.accesses() - replay.hits());
        to.put("hit-ratio", replay.hitRatio());
        to.put("bits", replay.bitText());
        ArrayNode resident = to.putArray("resident");
        if (trace.keysAreWhole()) {
            Arrays.stream(replay.resident()).forEach(resident::add);
        } else {
            Arrays.stream(replay.resident()).mapToObj(trace::name).sorted().forEach(resident::add);
        }
    }

    /** A line a figure for one policy, a line a policy for several. */
    public String text() {
        String capacity = bound.most() + (bound.unit() == CacheBound.Unit.BYTES ? " bytes" : " entries");
        List<String[]> lines = new ArrayList<>();
        if (rows.size() == 1) {
            TraceReplay only = rows.getFirst().replay();
            lines.add(new String[] {"policy", rows.getFirst().policy()});
            lines.add(new String[] {"capacity", capacity});
            lines.add(new String[] {"accesses", Integer.toString(only.accesses())});
            lines.add(new String[] {"hits", Integer.toString(only.hits())});
            lines.add(new String[] {"misses", Integer.toString(only.accesses() - only.hits())});
            lines.add(new String[] {"hit ratio", ratio(only)});
            return TextTable.of(lines, 2, 2);
        }
        lines.add(new String[] {"policy", "hits", "misses", "hit ratio"});
        for (Row row : rows) {
            TraceReplay replay = row.replay();
            lines.add(new String[] {
                row.policy(),
                Integer.toString(replay.hits()),
                Integer.toString(replay.accesses() - replay.hits()),
                ratio(replay)
            });
        }
        return trace.length() + " accesses, a cache of " + capacity + "\n\n" + TextTable.of(lines, 1, 2);
    }

    private static String ratio(TraceReplay replay) {
        return String.format(Locale.ROOT, "%.4f", replay.hitRatio());
    }
}
