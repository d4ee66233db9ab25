package roundhouse.exchange.configuration.nginx;

import roundhouse.topology.json.Problem;

/** A text that is no configuration of nginx. The message is a half-sentence. */
final class NginxSyntaxException extends Exception {
    private final int line;

    NginxSyntaxException(int line, String message) {
        super(message);
        this.line = line;
    }

    Problem problem() {
        return new Problem("", line, String.valueOf(getMessage()));
    }
}
