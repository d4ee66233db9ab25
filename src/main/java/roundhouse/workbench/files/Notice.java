package roundhouse.workbench.files;

import java.util.List;

/**
 * Something the person at the window has to know.
 *
 * @param message one sentence
 * @param details further lines, such as the other problems of a file
 */
public record Notice(String message, List<String> details) {
    public static Notice of(String message) {
        return new Notice(message, List.of());
    }
}
