package roundhouse.live.http;

/**
 * What a server answered.
 *
 * @param server its id
 * @param status 100 to 599
 */
public record ServerAnswer(String server, int status, byte[] body) {}
