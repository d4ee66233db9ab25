package roundhouse.exchange.configuration;

/**
 * What became of something on a line of an imported configuration.
 *
 * @param line from 1
 * @param text what stands there, shortened
 * @param understood whether it is part of the system now
 * @param note what it became, or why it is not part of it; a half-sentence
 */
public record LineNote(int line, String text, boolean understood, String note) {
    @Override
    public String toString() {
        return "line " + line + (understood ? ", understood: " : ", not understood: ") + text + " (" + note + ")";
    }
}
