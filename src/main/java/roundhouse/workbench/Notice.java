package roundhouse.workbench;

import java.util.List;

/**
 * Something the person at the window has to know.
 *
 * @param message a sentence or two
 * @param details further lines, such as the other problems of a file
 * @param choices what can be done about it, the first what most people want
 * @param room how much room the details have
 */
public record Notice(Kind kind, String message, List<String> details, List<Choice> choices, Details room) {
    public enum Kind {
        /** Something went wrong; stays until it is dismissed. */
        PROBLEM,
        /** How to go on; goes away by itself. */
        HINT
    }

    public enum Details {
        /** Each as many lines as it needs. */
        ARE_WHOLE,
        /** A line each, since a choice shows them whole. */
        ARE_SHORTENED
    }

    /** A button of the notice; it goes away when that is pressed. */
    public record Choice(String title, Runnable action) {}

    public Notice(Kind kind, String message, List<String> details, List<Choice> choices) {
        this(kind, message, details, choices, Details.ARE_WHOLE);
    }

    public Notice(Kind kind, String message, List<String> details) {
        this(kind, message, details, List.of());
    }

    public static Notice problem(String message) {
        return new Notice(Kind.PROBLEM, message, List.of());
    }

    public static Notice hint(String message) {
        return new Notice(Kind.HINT, message, List.of());
    }
}
