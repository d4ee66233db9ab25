package roundhouse.workbench.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** The registry of everything that can be done at the window, in the menu's order. */
public final class Actions {
    private final Map<String, Action> byId = new LinkedHashMap<>();

    public void add(Action... actions) {
        for (Action action : actions) {
            if (byId.putIfAbsent(action.id(), action) != null) {
                throw new IllegalArgumentException(action.id() + " is there already");
            }
        }
    }

    public List<Action> of(Action.Group group) {
        return byId.values().stream().filter(action -> action.group() == group).toList();
    }

    public Action get(String id) {
        Action action = byId.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action " + id);
        }
        return action;
    }

    /** The action that a key stands for. */
    public Optional<Action> matching(KeyEvent event) {
        return byId.values().stream().filter(action -> action.matches(event)).findFirst();
    }

    /** What fits what was typed, the best first; everything for an empty text. */
    public List<Action> find(String typed) {
        return Fuzzy.rank(
                byId.values(),
                action -> action.group().title() + " " + action.title().get(),
                typed);
    }
}
