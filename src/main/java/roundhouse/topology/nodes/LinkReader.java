package roundhouse.topology.nodes;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Range;

/** Reads one link. */
public final class LinkReader {
    private LinkReader() {}

    public static @Nullable Link read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, "a link");
        if (fields == null) {
            return null;
        }
        fields.knowing("a link", "from", "to", "latency", "weight", "backup", "down", "limit", "pool", "heartbeat");
        LinkDraft link = new LinkDraft(
                fields.name("from", "a link", "\"lb-1\""),
                fields.name("to", "a link", "\"s1\""),
                ValueReader.distribution(fields, "latency", Defaults.LATENCY));
        link.weight = fields.whole("weight", link.weight, Range.WEIGHT);
        link.backup = fields.flag("backup");
        link.down = fields.flag("down");
        link.limit = fields.wholeOr("unlimited", "limit", link.limit, Range.CONNECTIONS);
        link.pool = fields.text("pool", link.pool);
        link.heartbeat = PolicyReader.heartbeat(fields, "heartbeat");
        return link.build();
    }
}
