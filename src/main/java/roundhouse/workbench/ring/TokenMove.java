package roundhouse.workbench.ring;

import roundhouse.hashing.Ring;

/**
 * One token, or its server's whole set, on its way round the ring: by pointer or by keys. What is shown follows; the model's commit
 * makes it one entry of the history.
 *
 * @param from what it began from
 * @param whole whether all tokens of the server move
 */
record TokenMove(RingModel model, RingState from, Ring.Token token, boolean whole) {
    static TokenMove begin(RingModel model, Ring.Token token, boolean whole) {
        return new TokenMove(model, model.state(), token, whole);
    }

    private String server() {
        return from.targets().get(token.target()).name();
    }

    /** Shows the token, or the set, so far clockwise of where it began, modulo 2⁶⁴. */
    void by(long positions) {
        String server = server();
        if (whole) {
            model.preview("Turn the tokens of " + server, server, from.turned(server, positions));
        } else {
            model.preview(
                    "Move a token of " + server,
                    server,
                    from.withToken(server, token.number(), token.position() + positions));
        }
    }
}
