package roundhouse.workbench.canvas.painting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.CacheHint;
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

/**
 * The cards. There are only as many as fit in the view: one that goes out of sight serves the next that comes in. Each stands on whole
 * pixels of the screen: between two, its picture would be blurred, which in software also takes longer than copying it. While the
 * zoom goes on changing, cards show the pictures they have, larger or smaller, or where they are many give way to sketches until it rests;
 * then they are drawn sharply.
 */
public final class CardLayer extends Pane {
    private static final double MARGIN = 60;
    /** How far a card that the run adds slides in from the left. */
    private static final double SLIDE = 40;
    /** A group that is opened lies over other cards, as it may grow. */
    private static final double OPENED_ABOVE = -1;

    /** More cards than this cannot be drawn in the time of a picture when each is of a new size. */
    private static final int MANY = 100;

    private final Translate pan = new Translate();
    /** Of each card: a place that is multiplied by the zoom would not be whole. */
    private final Scale zoom = new Scale(1, 1);

    private final ZoomMotion motion;
    private boolean alwaysSharp;
    private boolean sketched;
    private CacheHint hint = CacheHint.DEFAULT;
    private final Map<String, NodeCard> cards = new HashMap<>();
    private final Deque<NodeCard> spare = new ArrayDeque<>();
    private @Nullable Drawing texted;
    /** Whether there are newer figures than those on the cards. */
    private boolean stale;

    private Consumer<String> opener = _ -> {};

    /** @param onRest what is told that a movement of the zoom is over and all is to be drawn again */
    public CardLayer(Runnable onRest) {
        motion = new ZoomMotion(onRest);
        getStyleClass().add("cards");
        setManaged(false);
        setPickOnBounds(false);
        getTransforms().add(pan);
    }

    /** Each picture counts, as in a film: none is drawn from another. */
    public void alwaysSharp() {
        alwaysSharp = true;
    }

    /**
     * @param figures whether the live figures are to be read again
     * @param nowNanos real time
     */
    public void update(CanvasModel model, boolean figures, long nowNanos) {
        Viewport viewport = model.viewport();
        setVisible(viewport.showsCards());
        stale |= figures;
        if (!viewport.showsCards() || sketched) {
            return;
        }
        pan.setX(snapPositionX(-viewport.x() * viewport.zoom()));
        pan.setY(snapPositionY(-viewport.y() * viewport.zoom()));
        zoom.setX(viewport.zoom());
        zoom.setY(viewport.zoom());
        Drawing drawing = model.drawing();
        Area seen = model.seen().grown(MARGIN);
        retire(drawing, seen);
        boolean all = stale || texted != drawing;
        stale = false;
        texted = drawing;
        for (int i = 0; i < drawing.nodeCount(); i++) {
            if (!drawing.isFolded(i) && seen.meets(drawing.area(i))) {
                place(model, drawing, i, all, nowNanos);
            }
        }
    }

    /**
     * The next picture is to show the model so: whether it shows cards, or boxes in their place. A single change of the zoom is drawn sharply
     * at once; those that follow closely are a movement.
     */
    public boolean show(CanvasModel model) {
        motion.show(model.viewport().zoom());
        boolean moving = motion.isMoving() && !alwaysSharp;
        if (moving != (hint == CacheHint.SCALE)) {
            hint(moving ? CacheHint.SCALE : CacheHint.DEFAULT);
        }
        sketched = moving && (sketched || inSight(model) > MANY);
        // Not invisible, which would take the focus from a card.
        setOpacity(sketched ? 0 : 1);
        return model.viewport().showsCards() && !sketched;
    }

    private static int inSight(CanvasModel model) {
        Drawing drawing = model.drawing();
        Area seen = model.seen();
        int count = 0;
        for (int i = 0; i < drawing.nodeCount(); i++) {
            if (!drawing.isFolded(i) && seen.meets(drawing.area(i))) {
                count++;
            }
        }
        return count;
    }

    private void hint(CacheHint next) {
        hint = next;
        getChildren().forEach(card -> card.setCacheHint(next));
    }

    private void retire(Drawing drawing, Area seen) {
        cards.entrySet().removeIf(entry -> {
            NodeCard card = entry.getValue();
            int index = drawing.index(entry.getKey());
            boolean gone = index < 0 || drawing.isFolded(index) || (!seen.meets(drawing.area(index)) && !hasKeys(card));
            if (gone) {
                card.release();
                spare.push(card);
            }
            return gone;
        });
    }

    /** Whether keys go to that card, also while another window has the focus, which it gives back. */
    private boolean hasKeys(NodeCard card) {
        return getScene() != null && card.equals(getScene().getFocusOwner());
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
        card.relocate(
                snapPositionX((drawing.x(index) - (1 - come) * SLIDE) * zoom.getX()),
                snapPositionY(drawing.y(index) * zoom.getY()));
        Item item = new Item.NodeItem(node.id());
        card.mark(model.selection().contains(item), item.equals(model.marks().hovered()));
        if (fresh) {
            // The styles of this pulse were applied before: without its own now, it would be missing from this picture.
            card.applyCss();
            card.layout();
        }
    }

    private NodeCard taken() {
        if (!spare.isEmpty()) {
            return spare.pop();
        }
        NodeCard card = new NodeCard();
        card.getTransforms().add(zoom);
        card.setCacheHint(hint);
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
