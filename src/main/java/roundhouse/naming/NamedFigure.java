package roundhouse.naming;

import java.util.function.ToDoubleFunction;
import roundhouse.naming.NamingFigure.Unit;

/** A figure about one address of a name, as reports and the inspector have it. */
public enum NamedFigure {
    ANSWERS("answers", "answers", Unit.COUNT, "Answers in which it was the first.", target -> target.answers),
    REQUESTS("requests", "requests", Unit.COUNT, "Requests that were sent to it.", target -> target.requests),
    TO_DEAD(
            "to-dead",
            "while it was dead",
            Unit.COUNT,
            "Requests that were sent to it while it was down, removed or cut off.",
            target -> target.toDead),
    DEAD_SHARE(
            "dead-share",
            "of all requests then",
            Unit.SHARE,
            "What part of all requests went to it after it had died the last time, as long as any did.",
            NamingFigures.Target::deadShare),
    DEAD_TIME(
            "dead-time",
            "after it had died",
            Unit.NANOS,
            "How long after it had died the last time requests were still sent to it.",
            NamingFigures.Target::deadNanos);

    private final String key;
    private final String label;
    private final Unit unit;
    private final String meaning;
    private final ToDoubleFunction<NamingFigures.Target> value;

    NamedFigure(String key, String label, Unit unit, String meaning, ToDoubleFunction<NamingFigures.Target> value) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
        this.value = value;
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
        return value.applyAsDouble(target);
    }
}
