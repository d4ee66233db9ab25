package roundhouse.workbench.tradeoffs;

/** The corners of the triangle (Brewer 2000; Gilbert and Lynch 2002). */
public enum CapCorner {
    CONSISTENCY("C", "Consistency", "the history is linearizable"),
    AVAILABILITY("A", "Availability", "every node that is up answers"),
    PARTITION_TOLERANCE("P", "Partition tolerance", "it goes on while messages between its members are lost");

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
