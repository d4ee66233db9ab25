package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import java.util.stream.Collectors;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.settings.Settings;
import roundhouse.workbench.FigureText;

/**
 * What the cards of one kind of node say. A kind with nothing of its own to say shows the first of its settings, the requests that
 * come in and how long they take.
 */
public interface KindCard {
    /** The card of a kind with nothing of its own to say. */
    KindCard PLAIN = new KindCard() {};

    /** So many settings have room on a card. */
    int SETTINGS_SHOWN = 2;

    /**
     * Under the title: what the node is, by its settings.
     *
     * @param leastWeight the least weight that a balancer gives it; meaningless where {@code mostWeight} is -1
     * @param mostWeight the greatest weight that a balancer gives it; -1 when none is linked to it
     */
    default String subtitle(Node node, int leastWeight, int mostWeight) {
        return firstSettings(node.settings(), node);
    }

    /** What stands there while traffic is real, in place of that subtitle. */
    default String real(String subtitle) {
        return subtitle;
    }

    /** The upper figure of the node at that place of the frame. */
    default String first(Node node, Frame frame, int index) {
        return FigureText.rate(Math.rint(frame.rate[index]));
    }

    /** The lower figure of the node at that place of the frame. */
    default String second(Node node, Frame frame, int index) {
        return latency(frame, index);
    }

    /** How far the bar is filled, 0 to 1; negative for no bar. */
    default double bar(Node node, Frame frame, int index) {
        return node.isMachine() ? frame.utilization[index] : -1;
    }

    /** What stands in place of the lower figure while the run knows nothing of the node; may be empty. */
    default String idle(Node node) {
        return "";
    }

    /** What the inspector calls the number of requests that it has had. */
    default String arrived() {
        return text("canvas.received");
    }

    private static <N extends Node> String firstSettings(Settings<N> settings, Node node) {
        N shown = settings.cast(node);
        return settings.form(shown).stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> !field.key().equals("label"))
                .limit(SETTINGS_SHOWN)
                .map(field -> field.label() + " " + field.read().apply(shown))
                .collect(Collectors.joining(" · "));
    }

    /** How long requests took, of late. */
    static String latency(Frame frame, int index) {
        return frame.p50Nanos[index] == 0 && frame.p99Nanos[index] == 0
                ? frame.ok[index] == 0
                        ? text("canvas.no-successful-reply-yet")
                        : text("canvas.no-successful-reply-for-1")
                : FigureText.duration(frame.p50Nanos[index]) + " p50 · " + FigureText.duration(frame.p99Nanos[index])
                        + " p99";
    }
}
