package roundhouse.workbench.canvas.model;

/**
 * What is written on a candidate's card while a pick is shown.
 *
 * @param node its id
 * @param text what was compared: {@code 2 ÷ 1 → 2.0}; or why it was left out
 */
public record ScoreMark(String node, String text, Part part) {
    /** What part it has in the pick. */
    public enum Part {
        COMPARED,
        /** The one that is looked at now. */
        LOOKED_AT,
        LEFT_OUT,
        PICKED
    }
}
