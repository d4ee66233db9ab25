package roundhouse.live.http;

/**
 * The body of a real request, all of it: it is sent on once the whole of it has come, and again with each further attempt.
 *
 * @param type its content type; empty where the request names none
 */
public record RequestBody(byte[] bytes, String type) {
    public static final RequestBody NONE = new RequestBody(new byte[0], "");

    /** The most bytes that are taken; longer ones are answered with 413. */
    static final int MOST_BYTES = 16 << 20;
}
