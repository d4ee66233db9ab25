package roundhouse.workbench.ring.model;

import java.util.ArrayDeque;
import java.util.Deque;

/** A ring to try things on that is no part of the document, with a history of its own. */
public final class Sketch implements RingSource {
    private final Deque<RingState> undone = new ArrayDeque<>();
    private final Deque<RingState> done = new ArrayDeque<>();
    private RingState state;

    public Sketch(RingState state) {
        this.state = state;
    }

    @Override
    public RingState state() {
        return state;
    }

    @Override
    public String freeName() {
        return state.freeName();
    }

    @Override
    public void edit(String label, RingState before, RingState after) {
        done.push(state);
        undone.clear();
        state = after;
    }

    @Override
    public void undo() {
        if (!done.isEmpty()) {
            undone.push(state);
            state = done.pop();
        }
    }

    @Override
    public void redo() {
        if (!undone.isEmpty()) {
            done.push(state);
            state = undone.pop();
        }
    }
}
