package roundhouse.workbench.canvas.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import roundhouse.topology.Position;

/** How cards are put in line with each other, or at even distances. All cards are of one size. */
public enum Alignment {
    LEFT("Align left edges", "Alt+A", true, false),
    CENTRE("Align centres", "Alt+C", true, false),
    RIGHT("Align right edges", "Alt+D", true, false),
    TOP("Align top edges", "Alt+W", false, false),
    MIDDLE("Align middles", "Alt+V", false, false),
    BOTTOM("Align bottom edges", "Alt+S", false, false),
    ACROSS("Distribute across", "Alt+Shift+A", true, true),
    DOWN("Distribute down", "Alt+Shift+S", false, true);

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
        List<String> ids = places.keySet().stream()
                .sorted(Comparator.comparingDouble(id -> along.applyAsDouble(places.get(id))))
                .toList();
        double first = along.applyAsDouble(places.get(ids.getFirst()));
        double last = along.applyAsDouble(places.get(ids.getLast()));
        Map<String, Position> moved = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            double at =
                    switch (this) {
                        case LEFT, TOP -> first;
                        case RIGHT, BOTTOM -> last;
                        case CENTRE, MIDDLE -> (first + last) / 2;
                        case ACROSS, DOWN -> first + (last - first) * i / (ids.size() - 1);
                    };
            Position before = places.get(ids.get(i));
            moved.put(ids.get(i), horizontal ? new Position(at, before.y()) : new Position(before.x(), at));
        }
        return moved;
    }
}
