package roundhouse.topology.nodes;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/** Reads, writes and checks links, each by itself. */
public final class Links {
    private Links() {}

    /** The link that a value says, or null and a problem. */
    public static @Nullable Link read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, Link.SETTINGS.what());
        return fields == null ? null : Link.SETTINGS.read(fields);
    }

    public static Json.Obj json(Link link) {
        return Link.SETTINGS.json(link);
    }

    /** Adds what is wrong with a link by itself. */
    public static void check(Link link, String pointer, Problems problems) {
        Link.SETTINGS.check(link, new Checks(pointer, link.name(), problems));
    }

    public static Json.Obj schema(Definitions definitions) {
        return definitions.reference("link", () -> Link.SETTINGS.schema(definitions));
    }
}
