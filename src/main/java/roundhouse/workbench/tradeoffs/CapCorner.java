package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

/** The corners of the triangle (Brewer 2000; Gilbert and Lynch 2002). */
public enum CapCorner {
    CONSISTENCY("C", text("tradeoffs.consistency"), text("tradeoffs.consistency-meaning")),
    AVAILABILITY("A", text("tradeoffs.availability"), text("tradeoffs.availability-meaning")),
    PARTITION_TOLERANCE("P", text("tradeoffs.partition-tolerance"), text("tradeoffs.partition-tolerance-meaning"));

    private final String letter;
    private final String title;
    private final String meaning;

    CapCorner(String letter, String title, String meaning) {
        this.letter = letter;
        this.title = title;
        this.meaning = meaning;
    }

    public String letter() {
        return letter;
    }

    public String title() {
        return title;
    }

    /** What it asks for, in a sentence without its stop. */
    public String meaning() {
        return meaning;
    }
}
