package roundhouse.topology.forms;

import java.util.List;

/** How a field of a form is edited. Whatever the editor, a field's value is a text. */
public sealed interface Editor {
    /** One line; {@code prompt} is shown while it is empty. */
    record Text(String prompt) implements Editor {}

    /** Several lines; {@code prompt} is an example. */
    record Lines(String prompt) implements Editor {}

    /** One of these. */
    record Choice(List<Option> options) implements Editor {}

    /** {@link #ON} or {@link #OFF}. */
    record Flag() implements Editor {}

    /** Not edited: worked out from other fields by {@code formula}. */
    record Shown(String formula) implements Editor {}

    /**
     * @param key the value, as in files
     * @param summary what it means, in a sentence; may be empty
     */
    record Option(String key, String title, String summary) {}

    String ON = "on";
    String OFF = "off";
}
