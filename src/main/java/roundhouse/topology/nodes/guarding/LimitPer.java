package roundhouse.topology.nodes.guarding;

import roundhouse.topology.types.ChoiceType;

/** For whom a limit counts by itself. */
public enum LimitPer {
    ADDRESS("address", "Each client address."),
    SESSION("session", "Each session; at layer 7."),
    HEADER("header", "Each value of a header, as an API key; who sends none is not limited. At layer 7."),
    PATH("path", "Each path without its query; at layer 7."),
    ALL("all", "All requests together.");

    private final String key;
    private final String sentence;

    LimitPer(String key, String sentence) {
        this.key = key;
        this.sentence = sentence;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    static ChoiceType<LimitPer> type() {
        ChoiceType<LimitPer> choice = new ChoiceType<>("what a limit counts by");
        for (LimitPer per : values()) {
            choice.or(per, per.key, per.key, per.sentence);
        }
        return choice;
    }
}
