package roundhouse.exchange.configuration;

/**
 * A setting that has no counterpart in the language of an exported configuration.
 *
 * @param subject whose it is: a node's id, {@code lb→s1} for a link's, a store's id, or {@code topology}
 * @param pointer which it is, as a JSON pointer into the canonical text of the topology
 * @param why a half-sentence
 */
public record Unwritten(String subject, String pointer, String why) {
    @Override
    public String toString() {
        return subject + " " + pointer + ": " + why;
    }
}
