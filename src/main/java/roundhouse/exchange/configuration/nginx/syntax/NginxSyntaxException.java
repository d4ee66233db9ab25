package roundhouse.exchange.configuration.nginx.syntax;

import roundhouse.topology.json.Problem;

/** A text that is no configuration of nginx. The message is a half-sentence. */
public final class NginxSyntaxException extends Exception {
    private final int line;

    public NginxSyntaxException(int line, String message) {
        super(message);
        this.line = line;
    }

    public Problem problem() {
        return new Problem("", line, String.valueOf(getMessage()));
    }
}
