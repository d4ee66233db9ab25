package roundhouse.workbench.shell.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.KeyEvent;

/** The registry of everything that can be done at the window, in the menu's order. */
public final class Actions {
    /** What can be done comes before where something stands that is called so. */
    private static final int AN_ACTION = 8;

    /** What is called as was typed comes before what has that word among others. */
    private static final int WHOLE_TITLE = 16;

    private final Map<String, Action> byId = new LinkedHashMap<>();
    private Function<String, List<Action>> more = _ -> List.of();

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

    /** What is found beside the actions, asked anew with each search for what was typed. */
    public void alsoFind(Function<String, List<Action>> others) {
        more = others;
    }

    /** What fits what was typed, the best first; every action for an empty text. */
    public List<Action> find(String typed) {
        List<Action> all = new ArrayList<>(byId.values());
        if (!typed.isBlank()) {
            all.addAll(more.apply(typed));
        }
        return Fuzzy.rank(all, Actions::said, Actions::score, typed);
    }

    private static String said(Action action) {
        return action.group().title() + " " + action.name().get();
    }

    /** Letters here and there are enough for an action; of all the rest there is too much for that. */
    private static int score(Action action, String typed) {
        String title = said(action);
        boolean whole = action.name().get().equalsIgnoreCase(typed.strip());
        int words = Fuzzy.words(title, action.words(), typed) + (whole ? WHOLE_TITLE : 0);
        return action.group().compareTo(Action.Group.HELP) > 0
                ? words
                : Math.max(words + AN_ACTION, Fuzzy.score(title, typed));
    }
}
