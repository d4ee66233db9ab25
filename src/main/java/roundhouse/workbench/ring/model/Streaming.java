package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import roundhouse.hashing.Placement;
import roundhouse.hashing.measures.Movement;
import roundhouse.hashing.measures.Transfer;
import roundhouse.hashing.rings.Ring;
import roundhouse.workbench.FigureText;

/**
 * What the last change moved: keys from whom to whom, and on a ring which stretches of it must be sent to servers that lack them.
 *
 * @param sentences for people
 * @param transfers each stretch that is sent, in the order of the ring; empty where the placement is no ring
 */
public record Streaming(List<String> sentences, List<Transfer> transfers) {
    private static final int MOST_FLOWS = 6;

    public static Streaming of(RingModel model) {
        if (model.change().label().isEmpty()) {
            return new Streaming(
                    List.of(text(model.source().weighs() ? "ring.nothing-changed-kill" : "ring.nothing-changed")),
                    List.of());
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(flows(model.movement()));
        Ring after = model.ring();
        if (after == null || !model.before().settings().isRing()) {
            sentences.add(text("ring.only-ring"));
            return new Streaming(sentences, List.of());
        }
        int copies = model.state().settings().replicas();
        Ring before = model.before().settings().ring(model.before().targets());
        boolean handsOver = model.source().handsOver();
        List<Transfer> transfers =
                handsOver ? Transfer.handingOver(before, after, copies) : Transfer.between(before, after, copies);
        if (handsOver) {
            sentences.add(sent(transfers));
            return new Streaming(List.copyOf(sentences), transfers);
        }
        List<Transfer> owned = transfers.stream().filter(Transfer::owned).toList();
        List<Transfer> replicas =
                transfers.stream().filter(transfer -> !transfer.owned()).toList();
        sentences.add(owned.isEmpty() ? text("ring.nothing-copied") : received("ring.sent-owner", owned, copies));
        if (!replicas.isEmpty()) {
            sentences.add(received("ring.sent-replica", replicas, copies));
        }
        return new Streaming(List.copyOf(sentences), transfers);
    }

    /**
     * What a store would stream for the token that is dragged, or what its run streams now; empty otherwise.
     *
     * @return in the order of the ring
     */
    public static List<Transfer> underWay(RingModel model) {
        Ring after = model.ring();
        if (!model.source().handsOver() || after == null) {
            return List.of();
        }
        Placement before = model.previewing() ? model.settled().placement() : model.streamedFrom();
        return before instanceof Ring ring
                ? Transfer.handingOver(ring, after, model.state().settings().replicas())
                : List.of();
    }

    private static String flows(Movement movement) {
        List<Movement.Flow> flows = movement.flows();
        if (flows.isEmpty()) {
            return text("ring.no-key-moved");
        }
        String listed = flows.stream()
                .limit(MOST_FLOWS)
                .map(flow -> (flow.from().isEmpty() ? text("ring.no-server") : flow.from()) + " → "
                        + (flow.to().isEmpty() ? text("ring.no-server") : flow.to()) + " "
                        + FigureText.count(flow.keys()))
                .collect(Collectors.joining(", "));
        return text(flows.size() > MOST_FLOWS ? "ring.flows-more" : "ring.flows", listed, flows.size() - MOST_FLOWS);
    }

    /** From whom to whom how much of the ring is sent. */
    private static String sent(List<Transfer> transfers) {
        Map<String, Double> shares = new TreeMap<>();
        transfers.forEach(each -> shares.merge(each.source() + " → " + each.receiver(), each.share(), Double::sum));
        return shares.isEmpty()
                ? text("ring.nothing-streamed")
                : text(
                        "ring.streamed",
                        shares.entrySet().stream()
                                .map(each -> each.getKey() + " " + FigureText.percent(each.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    private static String received(String key, List<Transfer> transfers, int copies) {
        List<String> receivers =
                transfers.stream().map(Transfer::receiver).distinct().sorted().toList();
        return text(
                key,
                String.join(", ", receivers),
                receivers.size(),
                FigureText.count(transfers.size()),
                transfers.size(),
                FigureText.percent(
                        transfers.stream().mapToDouble(Transfer::share).sum()),
                copies);
    }
}
