package roundhouse.limits;

/** A figure about limits, as reports, expectations and the inspector have it: declared once. Each is a number, or a part of something. */
public enum LimitFigure {
    ASKED("came-to-limits", "Came to limits", "Requests that came to the limits."),
    TURNED_AWAY(
            "turned-away",
            "Turned away",
            "Requests that limits turned away, as a number or as a share of those that came to them."),
    DELAYED(
            "delayed",
            "Delayed",
            "Requests that limits let wait before they went on, as a number or as a share of those that came to them."),
    RIGHTLY(
            "turned-away-rightly",
            "Turned away rightly",
            "Requests of an attack that limits turned away, as a number or as a share of the attack's requests that came to them."),
    WRONGLY(
            "turned-away-wrongly",
            "Turned away wrongly",
            "Requests of others that limits turned away, as a number or as a share of the requests of others that came to them."),
    LET_THROUGH(
            "attacks-let-through",
            "Attacks let through",
            "Requests of an attack that limits let through, as a number or as a share of the attack's requests that came to them.");

    private final String key;
    private final String label;
    private final String meaning;

    LimitFigure(String key, String label, String meaning) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
    }

    /** Its name in files and reports. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether it tells an attack from other requests. */
    public boolean tellsAttacks() {
        return this == RIGHTLY || this == WRONGLY || this == LET_THROUGH;
    }

    /** What is counted. */
    public long part(LimitFigures figures) {
        return switch (this) {
            case ASKED -> figures.asked;
            case TURNED_AWAY -> figures.turnedAway;
            case DELAYED -> figures.delayed;
            case RIGHTLY -> figures.attacksTurnedAway;
            case WRONGLY -> figures.turnedAway - figures.attacksTurnedAway;
            case LET_THROUGH -> figures.attacks - figures.attacksTurnedAway;
        };
    }

    /** What it is a part of; 0 for what is a part of nothing. */
    public long whole(LimitFigures figures) {
        return switch (this) {
            case ASKED -> 0;
            case TURNED_AWAY, DELAYED -> figures.asked;
            case RIGHTLY, LET_THROUGH -> figures.attacks;
            case WRONGLY -> figures.asked - figures.attacks;
        };
    }

    /** Whether it can be told as a part of something. */
    public boolean isPart() {
        return this != ASKED;
    }
}
