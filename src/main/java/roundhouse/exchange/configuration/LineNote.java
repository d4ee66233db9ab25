package roundhouse.exchange.configuration;

/**
 * What became of something on a line of an imported configuration.
 *
 * @param file which included file it stands in; empty for the one that was read
 * @param line from 1
 * @param last the last line of what is told of, no less than that
 * @param text what stands there, shortened
 * @param understood whether it is part of the system now
 * @param note what it became, or why it is not part of it; a half-sentence
 */
public record LineNote(String file, int line, int last, String text, boolean understood, String note) {
    /** In the file that was read. */
    public LineNote(int line, String text, boolean understood, String note) {
        this("", line, line, text, understood, note);
    }

    @Override
    public String toString() {
        return (file.isEmpty() ? "" : file + ", ") + (last == line ? "line " + line : "lines " + line + " to " + last)
                + (understood ? ", understood: " : ", not understood: ") + text + " (" + note + ")";
    }
}
