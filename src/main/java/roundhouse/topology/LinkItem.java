package roundhouse.topology;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Links;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.types.ListType;

/** A link in a list. It is checked with the topology, under its own name. */
final class LinkItem implements ListType.Item<Link> {
    @Override
    public @Nullable Link read(Json value, String pointer, Problems problems) {
        return Links.read(value, pointer, problems);
    }

    @Override
    public Json json(Link link) {
        return Links.json(link);
    }

    @Override
    public void check(Link link, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return Links.schema(definitions);
    }

    @Override
    public String plural() {
        return "links";
    }

    @Override
    public String line(Link link) {
        return link.from() + " → " + link.to();
    }

    /** Links are drawn, not typed. */
    @Override
    public Parsed<Link> parse(String line) {
        return new Parsed.Wrong<>("found \"" + line + "\"; links are drawn on the canvas");
    }

    @Override
    public String example() {
        return "";
    }
}
