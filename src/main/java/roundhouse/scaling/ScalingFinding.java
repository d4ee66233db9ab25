package roundhouse.scaling;

/** What goes wrong with groups whose size follows their load. */
public enum ScalingFinding {
    FLAPPING("flapping", "flapping"),
    SATURATION("saturation-trap", "saturated"),
    UNDERSHOOT("undershoot", "too few"),
    OVERSHOOT("overshoot", "too many");

    private final String key;
    private final String word;

    ScalingFinding(String key, String word) {
        this.key = key;
        this.word = word;
    }

    /** Its name in reports. */
    public String key() {
        return key;
    }

    /** On a card, while it lasts. */
    public String word() {
        return word;
    }
}
