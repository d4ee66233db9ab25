package roundhouse.topology.declarations;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Links;
import roundhouse.topology.settings.Definitions;

/** A link in a list. */
final class LinkItem extends PlacedItem<Link> {
    LinkItem() {
        super("links", "drawn on the canvas");
    }

    @Override
    public @Nullable Link read(Json value, String pointer, Problems problems) {
        return Links.read(value, pointer, problems);
    }

    @Override
    public Json json(Link link) {
        return Links.json(link);
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return Links.schema(definitions);
    }

    @Override
    public String line(Link link) {
        return link.from() + " → " + link.to();
    }
}
