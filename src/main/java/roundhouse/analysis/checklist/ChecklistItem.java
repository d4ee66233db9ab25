package roundhouse.analysis.checklist;

/** The questions of the checklist, in the order in which they are asked. */
public enum ChecklistItem {
    BOTTLENECK("Bottleneck", "Which tier runs out first, and how much room is left?"),
    UP_OR_OUT("Up or out", "What does twice the load need: larger servers, or more of them?"),
    BALANCERS("Load balancers", "Is the load spread, and is a dead target noticed?"),
    CACHES("Caches", "Would a cache help, or does the one that is there?"),
    STATE("State", "What do servers remember that others need?"),
    HASHING("Consistent hashing", "How many keys move when a target comes or goes?"),
    CONSISTENCY("Consistency", "Can the stores do what is expected of them?"),
    SINGLE_POINTS("Single points of failure", "What is lost when one node goes?"),
    MEASUREMENT("Measurement", "Would anybody notice that it is too slow?");

    private final String title;
    private final String question;

    ChecklistItem(String title, String question) {
        this.title = title;
        this.question = question;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The question, a sentence. */
    public String question() {
        return question;
    }
}
