package roundhouse.workbench.undo;

import static roundhouse.workbench.texts.Texts.text;

/**
 * A place in the undo history.
 *
 * @param done how many changes are done there
 * @param label what was done last before it, "Move s1"
 * @param state whether the document stands there
 */
public record UndoRow(int done, String label, State state) {
    /** Where a row is from where the document stands. */
    public enum State {
        /** Done before. */
        DONE("done"),
        /** The document is as it was after this. */
        CURRENT(text("undo.the-document-is-here")),
        /** Undone, and can be done again. */
        UNDONE("undone");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    /** As it is read to who does not see it. */
    public String spoken() {
        return label + ", " + state.words;
    }
}
