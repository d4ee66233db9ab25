package roundhouse.topology.declarations;

import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.types.ListType;

/** What is put on the canvas, in a list: not typed there, and checked with the topology, under its own name. */
abstract class PlacedItem<E> implements ListType.Item<E> {
    private final String plural;
    private final String how;

    /** @param how what people do to have another: "drawn on the canvas" */
    PlacedItem(String plural, String how) {
        this.plural = plural;
        this.how = how;
    }

    @Override
    public void check(E element, Checks checks) {}

    @Override
    public String plural() {
        return plural;
    }

    @Override
    public Parsed<E> parse(String line) {
        return new Parsed.Wrong<>("found \"" + line + "\"; " + plural + " are " + how);
    }

    @Override
    public String example() {
        return "";
    }
}
