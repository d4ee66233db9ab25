package roundhouse.workbench.inspector.figures;

import java.util.stream.IntStream;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.texts.Texts;

/**
 * How many samples the figures of something are of.
 *
 * @param what they are, in words
 * @param lastSecond within the last second; negative where they are not counted so
 * @param sinceStart negative where they are not counted so
 */
public record SampleCounts(String what, long lastSecond, long sinceStart) {
    /** Of nothing that is counted. */
    public static final SampleCounts NONE = new SampleCounts("", -1, -1);

    /** Of what figures of that are of. */
    public static SampleCounts of(Frame frame, Item item) {
        return switch (item) {
            case Item.NodeItem(String id) -> {
                int node = PickShare.index(frame.topology, id);
                yield node < 0 ? NONE : ofNode(frame, node);
            }
            case Item.LinkItem(String from, String to) -> ofLink(frame, from, to);
            case Item.StoreItem(String id) ->
                frame.stores.stream()
                        .filter(store -> store.id().equals(id))
                        .findFirst()
                        .map(store -> new SampleCounts(
                                Texts.text("inspector.samples-operations"),
                                -1,
                                Math.round(store.of(StoreFigure.READS) + store.of(StoreFigure.WRITES))))
                        .orElse(NONE);
        };
    }

    private static SampleCounts ofNode(Frame frame, int node) {
        String what = frame.topology.nodes().get(node) instanceof Clients
                ? Texts.text("inspector.samples-sent")
                : Texts.text("inspector.samples-came-in");
        return new SampleCounts(what, Math.round(frame.rate[node]), frame.arrived[node]);
    }

    private static SampleCounts ofLink(Frame frame, String from, String to) {
        Topology topology = frame.topology;
        return IntStream.range(0, topology.links().size())
                .filter(i -> topology.links().get(i).from().equals(from)
                        && topology.links().get(i).to().equals(to))
                .mapToObj(i ->
                        new SampleCounts(Texts.text("inspector.samples-set-out"), Math.round(frame.linkRate[i]), -1))
                .findFirst()
                .orElse(NONE);
    }

    /** Of all clients together. */
    public static SampleCounts ofAll(Frame frame) {
        Topology topology = frame.topology;
        double second = 0;
        long all = 0;
        for (int i = 0; i < topology.nodes().size(); i++) {
            if (topology.nodes().get(i) instanceof Clients) {
                second += frame.rate[i];
                all += frame.arrived[i];
            }
        }
        return new SampleCounts(Texts.text("inspector.samples-of-clients"), Math.round(second), all);
    }

    /** In a sentence; empty where they are not counted over such a span. */
    public String text(OriginSpan span) {
        return switch (span) {
            case NOW -> Texts.text("inspector.samples-now");
            case SETTING -> Texts.text("inspector.samples-setting");
            case LAST_SECOND -> counted(lastSecond, "inspector.samples-last-second");
            case SINCE_START -> counted(sinceStart, "inspector.samples-since-start");
            case SINCE_WARM_UP -> counted(sinceStart, "inspector.samples-since-warm-up");
        };
    }

    private String counted(long count, String key) {
        return count < 0 ? "" : Texts.text(key, FigureText.count(count), what);
    }
}
