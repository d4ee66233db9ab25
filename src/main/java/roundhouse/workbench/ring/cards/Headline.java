package roundhouse.workbench.ring.cards;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.workbench.FigureText;
import roundhouse.workbench.ring.model.RingChange;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.Streaming;

/**
 * What the middle of the ring says of the last change.
 *
 * @param moved how many keys moved, or how many there are
 * @param part the share of the keys that is, and the fair share
 * @param modulo what hash mod N would have moved; empty where that means nothing
 * @param streams how to read what is streamed; empty while nothing is
 * @param scale what the ring is a picture of
 */
public record Headline(String moved, String part, String modulo, String streams, String scale) {
    public static Headline of(RingModel model) {
        RingChange change = model.change();
        String scale = text("ring.scale", model.state().settings().hash().key());
        if (change.label().isEmpty()) {
            return new Headline(
                    text("ring.count-keys", FigureText.count(model.keys().size())),
                    text(model.ring() == null ? "ring.change-server" : "ring.change-token"),
                    "",
                    streams(model),
                    scale);
        }
        return new Headline(
                text("ring.moved-of", FigureText.count(change.moved()), FigureText.count(change.keys())),
                text(
                        change.fairShare() > 0 ? "ring.moved-fair" : "ring.moved-needless",
                        FigureText.percent(change.part()),
                        FigureText.percent(change.fairShare())),
                modulo(model, change),
                streams(model),
                scale);
    }

    private static String streams(RingModel model) {
        return Streaming.underWay(model).isEmpty() ? "" : text("ring.streams-key");
    }

    private static String modulo(RingModel model, RingChange change) {
        if (change.server().isEmpty() && !change.membership()) {
            return "";
        }
        return text(
                change.membership() ? "ring.modulo" : "ring.modulo-without",
                FigureText.count(model.movedByModulo()),
                change.server());
    }
}
