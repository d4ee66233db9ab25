package roundhouse.workbench.canvas.painting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;
import roundhouse.arranging.GroupFrame;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.canvas.painting.groups.MemberMark;
import roundhouse.workbench.document.Selection.Item;

/** The cards. There are only as many as fit in the view: one that goes out of sight serves the next that comes in. */
public final class CardLayer extends Pane {
    private static final double MARGIN = 60;
    /** How far a card that the run adds slides in from the left. */
    private static final double SLIDE = 40;
    /** A group that is opened lies over other cards, as it may grow. */
    private static final double OPENED_ABOVE = -1;

    private final Translate pan = new Translate();
    private final Scale zoom = new Scale(1, 1);
    private final Map<String, NodeCard> cards = new HashMap<>();
    private final Deque<NodeCard> spare = new ArrayDeque<>();
    private @Nullable Drawing texted;
    private Consumer<String> opener = _ -> {};

    public CardLayer() {
        getStyleClass().add("cards");
        setManaged(false);
        setPickOnBounds(false);
        getTransforms().addAll(pan, zoom);
    }

    /**
     * @param figures whether the live figures are to be read again
     * @param nowNanos real time
     */
    public void update(CanvasModel model, boolean figures, long nowNanos) {
        Viewport viewport = model.viewport();
        setVisible(viewport.showsCards());
        if (!viewport.showsCards()) {
            return;
        }
        pan.setX(-viewport.x() * viewport.zoom());
        pan.setY(-viewport.y() * viewport.zoom());
        zoom.setX(viewport.zoom());
        zoom.setY(viewport.zoom());
        Drawing drawing = model.drawing();
        Area seen = model.seen().grown(MARGIN);
        retire(drawing, seen);
        boolean all = figures || texted != drawing;
        texted = drawing;
        for (int i = 0; i < drawing.nodeCount(); i++) {
            if (!drawing.isFolded(i) && seen.meets(drawing.area(i))) {
                place(model, drawing, i, all, nowNanos);
            }
        }
    }

    private void retire(Drawing drawing, Area seen) {
        cards.entrySet().removeIf(entry -> {
            NodeCard card = entry.getValue();
            int index = drawing.index(entry.getKey());
            boolean gone =
                    index < 0 || drawing.isFolded(index) || (!seen.meets(drawing.area(index)) && !card.isFocused());
            if (gone) {
                card.release();
                spare.push(card);
            }
            return gone;
        });
    }

    private void place(CanvasModel model, Drawing drawing, int index, boolean figures, long nowNanos) {
        Node node = drawing.node(index);
        NodeCard known = cards.get(node.id());
        boolean fresh = known == null;
        NodeCard card;
        if (known == null) {
            card = taken();
            cards.put(node.id(), card);
            card.setVisible(true);
        } else {
            card = known;
        }
        if (fresh || figures) {
            card.show(node, drawing.order(index), model.isOfRun(node.id()));
            Frame frame = model.live().frame();
            int place = model.live().node(node.id());
            card.figures(CardText.of(drawing, index, frame, place));
            GroupFrame opened = drawing.opened(index);
            card.members(MemberMark.of(node, frame, place), opened, opened == null ? List.of() : drawing.ends(index));
            card.setViewOrder(opened == null ? 0 : OPENED_ABOVE);
            card.onFold(() -> opener.accept(node.id()));
        }
        double come = model.transitions().arrival(node.id(), nowNanos);
        card.setOpacity(come);
        card.relocate(drawing.x(index) - (1 - come) * SLIDE, drawing.y(index));
        Item item = new Item.NodeItem(node.id());
        card.mark(model.selection().contains(item), item.equals(model.hovered()));
    }

    private NodeCard taken() {
        if (!spare.isEmpty()) {
            return spare.pop();
        }
        NodeCard card = new NodeCard();
        getChildren().add(card);
        return card;
    }

    /** The listener is told the id of a group whose servers are to be shown, or hidden again. */
    public void onOpen(Consumer<String> listener) {
        opener = listener;
    }

    /** The card of that node, when it is in sight. */
    public Optional<NodeCard> card(String id) {
        return Optional.ofNullable(cards.get(id));
    }
}
