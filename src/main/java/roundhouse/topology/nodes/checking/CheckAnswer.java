package roundhouse.topology.nodes.checking;

/**
 * What a server answers a health check.
 *
 * @param status 100 to 599
 */
public record CheckAnswer(int status, String body) {
    /** What an ordinary page says to a check that asks for nothing else. */
    public static final CheckAnswer PLAIN = new CheckAnswer(200, "");

    public static final CheckAnswer NOT_FOUND = new CheckAnswer(404, "");
    public static final CheckAnswer ERROR = new CheckAnswer(500, "");

    /** From 400 on it says that something is wrong. */
    public boolean isError() {
        return status >= 400;
    }
}
