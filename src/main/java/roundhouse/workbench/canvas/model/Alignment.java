package roundhouse.workbench.canvas.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import roundhouse.topology.Position;

/** How cards are put in line with each other, or at even distances. All cards are of one size. */
public enum Alignment {
    LEFT(text("canvas.align-left-edges"), "Alt+A", true, false),
    CENTRE(text("canvas.align-centres"), "Alt+C", true, false),
    RIGHT(text("canvas.align-right-edges"), "Alt+D", true, false),
    TOP(text("canvas.align-top-edges"), "Alt+W", false, false),
    MIDDLE(text("canvas.align-middles"), "Alt+V", false, false),
    BOTTOM(text("canvas.align-bottom-edges"), "Alt+S", false, false),
    ACROSS(text("canvas.distribute-across"), "Alt+Shift+A", true, true),
    DOWN(text("canvas.distribute-down"), "Alt+Shift+S", false, true);

    private final String title;
    private final String key;
    private final boolean horizontal;
    private final boolean spreads;

    Alignment(String title, String key, boolean horizontal, boolean spreads) {
        this.title = title;
        this.key = key;
        this.horizontal = horizontal;
        this.spreads = spreads;
    }

    public String title() {
        return title;
    }

    public String key() {
        return key;
    }

    /** How many cards there have to be for it. */
    public int fewest() {
        return spreads ? 3 : 2;
    }

    /** Where the cards stand afterwards that stand there now. */
    public Map<String, Position> of(Map<String, Position> places) {
        ToDoubleFunction<Position> along = horizontal ? Position::x : Position::y;
        List<Map.Entry<String, Position>> inOrder = places.entrySet().stream()
                .sorted(Comparator.comparingDouble(place -> along.applyAsDouble(place.getValue())))
                .toList();
        double first = along.applyAsDouble(inOrder.getFirst().getValue());
        double last = along.applyAsDouble(inOrder.getLast().getValue());
        Map<String, Position> moved = new LinkedHashMap<>();
        for (int i = 0; i < inOrder.size(); i++) {
            double at = switch (this) {
                case LEFT, TOP -> first;
                case RIGHT, BOTTOM -> last;
                case CENTRE, MIDDLE -> (first + last) / 2;
                case ACROSS, DOWN -> first + (last - first) * i / (inOrder.size() - 1);
            };
            Position before = inOrder.get(i).getValue();
            moved.put(
                    inOrder.get(i).getKey(), horizontal ? new Position(at, before.y()) : new Position(before.x(), at));
        }
        return moved;
    }
}
