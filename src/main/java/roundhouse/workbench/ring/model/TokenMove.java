package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.hashing.rings.Ring;

/**
 * One token, or its server's whole set, on its way round the ring: by pointer or by keys. What is shown follows; the model's commit
 * makes it one entry of the history.
 *
 * @param from what it began from
 * @param whole whether all tokens of the server move
 */
public record TokenMove(RingModel model, RingState from, Ring.Token token, boolean whole) {
    public static TokenMove begin(RingModel model, Ring.Token token, boolean whole) {
        return new TokenMove(model, model.state(), token, whole);
    }

    private String server() {
        return from.targets().get(token.target()).name();
    }

    /** Shows the token, or the set, so far clockwise of where it began, modulo 2⁶⁴. */
    public void by(long positions) {
        String server = server();
        RingState there = whole
                ? from.turned(server, positions)
                : from.withToken(server, token.number(), token.position() + positions);
        // Only the tokens: the run may meanwhile have taken a server out of use.
        model.preview(
                text(whole ? "ring.turn-tokens" : "ring.move-token", server),
                server,
                model.state().with(there.settings()));
    }
}
