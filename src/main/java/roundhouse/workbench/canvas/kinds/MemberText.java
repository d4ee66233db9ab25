package roundhouse.workbench.canvas.kinds;

import java.util.Optional;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.StoreReport;
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

    /** Whether it leads or follows, in a word for its chip; empty where nobody leads, or it is no member. */
    public static String role(Node node, Frame frame) {
        return store(node, frame)
                .filter(StoreReport::hasLeaders)
                .flatMap(store -> member(node, store))
                .map(member -> member.leads() ? "leader" : member.follows() == null ? "no leader" : "")
                .orElse("");
    }

    /** {@code term 3 · 12 writes behind}; empty for one that is no member. */
    static String standing(Node node, Frame frame) {
        return store(node, frame)
                .flatMap(store -> member(node, store).map(member -> standing(store, member)))
                .orElse("");
    }

    private static String standing(StoreReport store, StoreReport.Member member) {
        String unit = store.hasLeaders() ? " write" : " key";
        String behind = member.behind() == 0
                ? "has all"
                : FigureText.count(member.behind()) + unit + (member.behind() == 1 ? "" : "s") + " behind";
        return store.hasLeaders() ? "term " + member.term() + " · " + behind : behind;
    }
}
