package roundhouse.naming;

import roundhouse.naming.NamingFigure.Unit;

/** A figure about one address of a name, as reports and the inspector have it. */
public enum NamedFigure {
    ANSWERS("answers", "answers", Unit.COUNT, "Answers in which it was the first."),
    REQUESTS("requests", "requests", Unit.COUNT, "Requests that were sent to it."),
    TO_DEAD(
            "to-dead",
            "while it was dead",
            Unit.COUNT,
            "Requests that were sent to it while it was down, removed or cut off."),
    DEAD_SHARE(
            "dead-share",
            "of all requests then",
            Unit.SHARE,
            "What part of all requests went to it after it had died the last time, as long as any did."),
    DEAD_TIME(
            "dead-time",
            "after it had died",
            Unit.NANOS,
            "How long after it had died the last time requests were still sent to it.");

    private final String key;
    private final String label;
    private final Unit unit;
    private final String meaning;

    NamedFigure(String key, String label, Unit unit, String meaning) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** Its name in reports. */
    public String key() {
        return key;
    }

    /** Its name for people, in words that follow the value. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Not a number where there is none. */
    public double of(NamingFigures.Target target) {
        return switch (this) {
            case ANSWERS -> target.answers;
            case REQUESTS -> target.requests;
            case TO_DEAD -> target.toDead;
            case DEAD_SHARE -> target.deadShare();
            case DEAD_TIME -> target.deadNanos();
        };
    }
}
