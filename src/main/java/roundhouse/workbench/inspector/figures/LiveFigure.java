package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import roundhouse.analysis.origins.Origin;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.prices.MoneyText;
import roundhouse.topology.prices.PriceCatalogue;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.stores.StoreLiveFigures;
import roundhouse.workbench.stores.StoreOrigins;

/**
 * A live figure of a node or a link.
 *
 * @param label with what the figure is over, where that needs to be said
 * @param origin where it comes from
 */
public record LiveFigure(String label, String value, Origin origin) {
    /** Of what is selected; empty while the run knows nothing of it. */
    public static List<LiveFigure> of(Frame frame, Item item) {
        return switch (item) {
            case Item.NodeItem(String id) -> {
                int node = PickShare.index(frame.topology, id);
                yield node < 0 ? List.of() : of(frame, node);
            }
            case Item.LinkItem(String from, String to) -> LinkFigures.of(frame, from, to);
            case Item.StoreItem(String id) ->
                frame.stores.stream()
                        .filter(store -> store.id().equals(id))
                        .flatMap(store -> StoreLiveFigures.of(store, frame.topology).entrySet().stream())
                        .map(figure ->
                                new LiveFigure(figure.getKey(), figure.getValue(), StoreOrigins.of(figure.getKey())))
                        .toList();
        };
    }

    /** What belongs to nothing that can be selected: what all of it costs. */
    public static List<LiveFigure> ofAll(Frame frame) {
        if (Double.isNaN(frame.costPerHour)) {
            return List.of();
        }
        LiveFigure hour =
                new LiveFigure(text("inspector.cost"), MoneyText.perHour(frame.costPerHour), NodeOrigins.COST_OF_ALL);
        return Double.isNaN(frame.costPerMillion)
                ? List.of(hour)
                : List.of(
                        hour,
                        new LiveFigure(
                                text("inspector.cost-of-million"),
                                text(
                                        "inspector.money",
                                        MoneyText.amount(frame.costPerMillion),
                                        PriceCatalogue.inUse().currency()),
                                NodeOrigins.COST_OF_MILLION));
    }

    /** The same, to be asked where it comes from. */
    public AskedFigure asked(Optional<Item> of, SampleCounts counts) {
        return AskedFigure.of(
                label,
                origin,
                counts.text(origin.span()),
                of.orElse(null) instanceof Item.NodeItem(String id) ? Optional.of(id) : Optional.empty());
    }

    /** The figures of the node at that place of the frame's topology. */
    static List<LiveFigure> of(Frame frame, int node) {
        List<LiveFigure> figures = new ArrayList<>();
        Node of = frame.topology.nodes().get(node);
        if (frame.role[node] != PairRole.ALONE) {
            figures.add(new LiveFigure(text("inspector.role"), role(frame, node), NodeOrigins.ROLE));
        }
        figures.add(new LiveFigure(text("inspector.rate"), FigureText.rate(frame.rate[node]), NodeOrigins.RATE));
        figures.add(new LiveFigure(
                text("inspector.in-flight"), FigureText.count(frame.inFlight[node]), NodeOrigins.IN_FLIGHT));
        if (frame.hanging[node] > 0) {
            figures.add(new LiveFigure(
                    text("inspector.hanging"), FigureText.count(frame.hanging[node]), NodeOrigins.HANGING));
        }
        if (of.isMachine()) {
            figures.add(
                    new LiveFigure(text("inspector.queue"), FigureText.count(frame.queue[node]), NodeOrigins.QUEUE));
            if (!of.called().isEmpty() || frame.inCalls[node] > 0) {
                figures.add(new LiveFigure(
                        text("inspector.waiting-for-calls"),
                        FigureText.count(frame.inCalls[node]),
                        NodeOrigins.IN_CALLS));
            }
            figures.add(new LiveFigure(
                    text("inspector.utilisation"),
                    FigureText.percent(frame.utilization[node]),
                    NodeOrigins.UTILISATION));
        }
        figures.add(new LiveFigure(
                text("inspector.latency-p50"), latency(frame, node, frame.p50Nanos[node]), NodeOrigins.P50));
        figures.add(new LiveFigure(
                text("inspector.latency-p99"), latency(frame, node, frame.p99Nanos[node]), NodeOrigins.P99));
        figures.add(new LiveFigure(
                PaletteKind.card(of).arrived(), FigureText.count(frame.arrived[node]), NodeOrigins.ARRIVED));
        figures.add(new LiveFigure(text("inspector.ended-well"), FigureText.count(frame.ok[node]), NodeOrigins.OK));
        figures.add(new LiveFigure(
                text("inspector.refused-or-failed"), FigureText.count(frame.bad[node]), NodeOrigins.BAD));
        figures.add(new LiveFigure(
                text("inspector.timed-out"), FigureText.count(frame.timedOut[node]), NodeOrigins.TIMED_OUT));
        if (frame.cost[node] > 0) {
            figures.add(new LiveFigure(text("inspector.cost"), MoneyText.perHour(frame.cost[node]), NodeOrigins.COST));
        }
        add(figures, ZoneLiveFigures.of(frame, node), ZoneOrigins::of);
        figures.addAll(SessionLiveFigures.of(frame, node));
        add(figures, NamingLiveFigures.of(frame, node), NamingOrigins::of);
        add(figures, GuardLiveFigures.of(frame, node), GuardOrigins::of);
        add(figures, GroupLiveFigures.of(frame, node), GroupOrigins::of);
        add(figures, DataLiveFigures.of(frame, node), DataOrigins::of);
        add(figures, AvailabilityLiveFigures.of(frame, of.id()), _ -> DataOrigins.ANSWERED);
        frame.members.stream()
                .filter(member -> member.node() == node)
                .map(member -> new LiveFigure(
                        member.id(),
                        GroupLiveFigures.state(frame, node, member.id(), each(member)),
                        NodeOrigins.MEMBER))
                .forEach(figures::add);
        return figures;
    }

    private static void add(List<LiveFigure> figures, Map<String, String> more, Function<String, Origin> origins) {
        more.forEach((label, value) -> figures.add(new LiveFigure(label, value, origins.apply(label))));
    }

    /** A dash where nothing was answered of late: then both percentiles are 0, as those of no durations are. */
    private static String latency(Frame frame, int node, long nanos) {
        return frame.p50Nanos[node] == 0 && frame.p99Nanos[node] == 0 ? "–" : FigureText.duration(nanos);
    }

    /** One of several: {@code 40/s, 3 there, 80 %}. */
    private static String each(Frame.Member member) {
        return member.condition() == NodeState.DOWN
                ? text("inspector.down")
                : text(
                        "inspector.member",
                        FigureText.rate(member.rate()),
                        FigureText.count(member.inFlight()),
                        FigureText.percent(member.utilization()));
    }

    /** One that is down has no part in the pair. */
    private static String role(Frame frame, int node) {
        return frame.condition[node] == NodeState.DOWN
                ? text("inspector.down")
                : frame.role[node] == PairRole.ACTIVE ? text("inspector.active") : text("inspector.standby");
    }
}
