package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;

/** What cards say of a member of a replicated store. */
public final class MemberText {
    private MemberText() {}

    private static Optional<StoreReport> store(Node node, Frame frame) {
        return frame.stores.stream()
                .filter(store ->
                        store.members().stream().anyMatch(member -> member.id().equals(node.id())))
                .findFirst();
    }

    private static Optional<StoreReport.Member> member(Node node, StoreReport store) {
        return store.members().stream()
                .filter(member -> member.id().equals(node.id()))
                .findFirst();
    }

    /** Whether it leads or its clock is wrong, in a word or two for its chip; empty where nothing is to be said. */
    public static String role(Node node, Frame frame) {
        return store(node, frame)
                .flatMap(store -> member(node, store).map(member -> role(store, member)))
                .orElse("");
    }

    private static String role(StoreReport store, StoreReport.Member member) {
        if (member.aheadNanos() > 0) {
            return "clock +" + FigureText.duration(member.aheadNanos());
        }
        if (!store.hasLeaders()) {
            return "";
        }
        return member.leads() ? "leader" : member.follows() == null ? text("canvas.no-leader") : "";
    }

    /** {@code term 3 · 12 writes behind}; empty for one that is no member. */
    static String standing(Node node, Frame frame) {
        return store(node, frame)
                .flatMap(store -> member(node, store).map(member -> standing(store, member)))
                .orElse("");
    }

    private static String standing(StoreReport store, StoreReport.Member member) {

        String behind = member.behind() == 0
                ? text("canvas.has-all")
                : text(
                        store.hasLeaders() ? "canvas.writes-behind" : "canvas.keys-behind",
                        member.behind(),
                        FigureText.count(member.behind()));
        return store.hasLeaders() ? text("canvas.term", member.term(), behind) : behind;
    }
}
