package roundhouse.scaling;

/** A figure about the size of a group of servers that expectations can name. */
public enum GroupFigure {
    COUNT("count", "Servers that a group was to have, those that start included, on average."),
    MAX_COUNT("max count", "The most servers that a group was to have."),
    REVERSALS("reversals", "How often a group grew after it had shrunk, or shrank after it had grown."),
    CUT("cut requests", "Requests that were with a server of a group when it had to go.");

    private final String key;
    private final String meaning;

    GroupFigure(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** Its name in files and reports. */
    public String key() {
        return key;
    }

    /** What it is, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
