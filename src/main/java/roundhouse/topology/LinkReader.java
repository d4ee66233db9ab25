package roundhouse.topology;

import org.jspecify.annotations.Nullable;

/** Reads one link. */
final class LinkReader {
    private LinkReader() {}

    static @Nullable Link read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, "a link");
        if (fields == null) {
            return null;
        }
        fields.knowing("a link", "from", "to", "latency", "weight", "backup", "down", "limit", "pool", "heartbeat");
        return new Link(
                fields.name("from", "a link", "\"lb-1\""),
                fields.name("to", "a link", "\"s1\""),
                ValueReader.distribution(fields, "latency", Defaults.LATENCY),
                fields.whole("weight", 1, Limit.WEIGHT),
                fields.flag("backup"),
                fields.flag("down"),
                fields.wholeOr("unlimited", "limit", Defaults.UNLIMITED, Limit.CONNECTIONS),
                fields.text("pool", Link.DEFAULT_POOL),
                PolicyReader.heartbeat(fields, "heartbeat"));
    }
}
