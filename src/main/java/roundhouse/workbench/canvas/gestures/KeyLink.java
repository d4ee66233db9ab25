package roundhouse.workbench.canvas.gestures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.GestureMarks;
import roundhouse.workbench.document.Selection.Item;

/** Draws a link by keys: goes from one possible end to the next, those that cannot be it last, each with the reason. */
public final class KeyLink {
    private static final String HOW = text("canvas.tab-to-which-node-enter");

    private final CanvasModel model;
    private final String from;
    private final List<String> targets;
    private int chosen = -1;

    public KeyLink(CanvasModel model, String from) {
        this.model = model;
        this.from = from;
        List<String> others = model.document().topology().nodes().stream()
                .map(Node::id)
                .filter(id -> !id.equals(from))
                .toList();
        targets = Stream.concat(
                        others.stream().filter(id -> problem(id) == null),
                        others.stream().filter(id -> problem(id) != null))
                .toList();
        show();
    }

    private @Nullable String problem(String to) {
        return LinkGesture.problem(model.document().topology(), from, to);
    }

    /** Goes to another node. */
    public void next(int direction) {
        if (!targets.isEmpty()) {
            chosen = chosen < 0
                    ? (direction > 0 ? 0 : targets.size() - 1)
                    : Math.floorMod(chosen + direction, targets.size());
            model.reveal(targets.get(chosen));
            show();
        }
    }

    /** Makes the link, or says why it cannot be; whether it is made. */
    public boolean finish() {
        if (chosen < 0) {
            model.refusals()
                    .say(
                            targets.isEmpty()
                                    ? text("canvas.there-is-no-other-node")
                                    : text("canvas.tab-chooses-which-node-to"));
            return false;
        }
        String to = targets.get(chosen);
        String problem = problem(to);
        if (problem != null) {
            model.refusals().say(text("canvas.not-linked", problem));
            return false;
        }
        cancel();
        LinkGesture.link(model, from, to);
        // The next key can link it to another node, or go on from here.
        model.selection().select(new Item.NodeItem(from));
        return true;
    }

    public void cancel() {
        model.marks().rubber(null);
        model.marks().hover(null);
        model.refusals().clear();
    }

    private void show() {
        int start = model.drawing().index(from);
        if (start < 0) {
            model.marks().rubber(null);
            return;
        }
        Area source = model.drawing().area(start);
        model.refusals().clear();
        String to = chosen < 0 ? null : targets.get(chosen);
        int index = to == null ? -1 : model.drawing().index(to);
        if (to == null || index < 0) {
            model.marks().hover(null);
            model.marks()
                    .rubber(new GestureMarks.Rubber(
                            source.right(), source.centreY(), source.right() + 40, source.centreY(), HOW));
            return;
        }
        Area target = model.drawing().area(index);
        boolean right = target.centreX() >= source.centreX();
        model.marks().hover(new Item.NodeItem(to));
        model.marks()
                .rubber(new GestureMarks.Rubber(
                        right ? source.right() : source.x(),
                        source.centreY(),
                        right ? target.x() : target.right(),
                        target.centreY(),
                        problem(to)));
    }
}
