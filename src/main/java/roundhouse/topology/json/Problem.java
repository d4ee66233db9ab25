package roundhouse.topology.json;

/**
 * One thing wrong with a file.
 *
 * @param pointer where, as a JSON pointer (RFC 6901): {@code /nodes/2/cores}; empty when the text as a whole is wrong
 * @param line the line, from 1; 0 when unknown
 * @param message what was found, what is allowed, and the nearest valid name where there is one; a whole sentence
 */
public record Problem(String pointer, int line, String message) {
    @Override
    public String toString() {
        return (line > 0
                        ? "line " + line + (pointer.isEmpty() ? ": " : ", " + pointer + ": ")
                        : pointer.isEmpty() ? "" : pointer + ": ")
                + message;
    }
}
