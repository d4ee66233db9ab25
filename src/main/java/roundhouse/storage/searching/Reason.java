package roundhouse.storage.searching;

/**
 * An arrow between two operations of a counter-example.
 *
 * @param from the place of the operation that it leaves
 * @param to the place of the one that it points at
 */
public record Reason(int from, int to, Kind kind) {
    /** What the one is to the other. */
    public enum Kind {
        RETURNED_BEFORE("returned before it was called"),
        OVERWROTE("had overwritten that value before"),
        ASKED_BEFORE("was asked first by the same client"),
        ANSWERED("wrote what it answered"),
        MUST_BE_SEEN("had to be seen by it"),
        COMES_BEFORE("must come before it");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What the first did, with the second as "it": {@code returned before it was called}. */
        public String words() {
            return words;
        }
    }
}
