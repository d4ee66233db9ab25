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
        RETURNED_BEFORE("returned before"),
        OVERWROTE("had overwritten it before"),
        ASKED_BEFORE("was asked before"),
        ANSWERED("was read by"),
        MUST_BE_SEEN("had to be seen by"),
        COMES_BEFORE("must come before");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What stands between the two in a sentence: {@code returned before}. */
        public String words() {
            return words;
        }
    }
}
