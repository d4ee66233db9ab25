package roundhouse.workbench.history;

import java.util.Locale;

/** What lanes are painted with. The sheet gives each its colour, as {@code -rh-lane-read}. */
enum LaneInk {
    READ,
    WRITE,
    BOTH,
    WRONG,
    FAINT,
    ARROW,
    LIT,
    TEXT,
    MUTED,
    GRID,
    GROUND,
    BAND;

    String property() {
        return "-rh-lane-" + name().toLowerCase(Locale.ROOT);
    }
}
