package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Locale;

/**
 * What a run has shown of one corner.
 *
 * @param how how that is known, in a sentence: "2 of 3 nodes that were up answered; db-c refused 214 requests."
 * @param hasExample whether there is something to show for it, as a counter-example
 */
public record CapFinding(State state, String how, boolean hasExample) {
    /** Before anything was found. */
    static final CapFinding NONE = new CapFinding(State.NOT_TESTED, text("tradeoffs.nothing-happened"), false);

    public CapFinding(State state, String how) {
        this(state, how, false);
    }

    /** Each has a sign and a word, so that nobody has to tell colours apart. */
    public enum State {
        HOLDS("✔", text("tradeoffs.state-holds")),
        BROKEN("✕", text("tradeoffs.state-broken")),
        NOT_TESTED("–", text("tradeoffs.state-not-tested")),
        UNKNOWN("?", text("tradeoffs.state-unknown"));

        private final String sign;
        private final String title;

        State(String sign, String title) {
            this.sign = sign;
            this.title = title;
        }

        public String sign() {
            return sign;
        }

        public String title() {
            return title;
        }

        /** Its name in the sheet. */
        String style() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
