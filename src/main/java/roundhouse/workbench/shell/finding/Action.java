package roundhouse.workbench.shell.finding;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.texts.Texts;

/**
 * Something a person can do at the window. Menus, buttons, tooltips, keys, "find action" and the overview of keys all read it from
 * here.
 *
 * @param id its name in the registry: {@code file.save}
 * @param title what a menu says, "Undo Move s1"; may change
 * @param name what it is found by; the title, but for what would be found by the title of something else
 * @param keys the first is the one shown
 * @param enabled whether it can be done now
 * @param missing what has to be there first, said when its key is pressed while it cannot be done
 * @param words others that it is found by
 * @param selected for what is either on or off; else null
 */
public record Action(
        String id,
        Group group,
        ObservableStringValue title,
        ObservableStringValue name,
        List<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Supplier<String> missing,
        String words,
        @Nullable BooleanProperty selected,
        Runnable handler) {
    /** Where it stands in the menu. */
    public enum Group {
        FILE(Texts.text("shell.file")),
        EDIT(Texts.text("shell.edit")),
        ADD(Texts.text("shell.add")),
        ARRANGE(Texts.text("shell.arrange")),
        VIEW(Texts.text("shell.view")),
        RUN(Texts.text("shell.run-2")),
        BREAK(Texts.text("shell.break-things")),
        HELP(Texts.text("shell.help")),
        /** These are found only, and in no menu. */
        NODE(Texts.text("shell.node")),
        ALGORITHM(Texts.text("shell.algorithm")),
        SETTING(Texts.text("shell.setting")),
        SAMPLE(Texts.text("shell.sample"));

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * Something that can always be done.
     *
     * @param keys as {@link KeyCombination#keyCombination} reads them: {@code Shortcut+S}
     */
    public static Action of(String id, Group group, String title, Runnable handler, String... keys) {
        ObservableStringValue constant = new ReadOnlyStringWrapper(title);
        return new Action(
                id,
                group,
                constant,
                constant,
                Stream.of(keys).map(KeyCombination::keyCombination).toList(),
                new SimpleBooleanProperty(true),
                () -> "",
                Words.of(id),
                null,
                handler);
    }

    /** Something that is on or off. */
    public static Action toggle(String id, Group group, String title, BooleanProperty selected, String... keys) {
        Action plain = of(id, group, title, () -> selected.set(!selected.get()), keys);
        return new Action(
                id,
                group,
                plain.title,
                plain.name,
                plain.keys,
                plain.enabled,
                () -> "",
                plain.words,
                selected,
                plain.handler);
    }

    /**
     * @param why what has to be there first, a sentence
     */
    public Action when(ObservableBooleanValue condition, String why) {
        return when(condition, () -> why);
    }

    /**
     * @param why what has to be there first, a sentence; asked when it is to be told
     */
    public Action when(ObservableBooleanValue condition, Supplier<String> why) {
        return new Action(id, group, title, name, keys, condition, why, words, selected, handler);
    }

    public Action titled(ObservableStringValue changing) {
        return new Action(id, group, changing, changing, keys, enabled, missing, words, selected, handler);
    }

    /** Its title goes on to say to what it would do it; it is found by its name alone. */
    public Action detailed(ObservableStringValue changing) {
        return new Action(id, group, changing, name, keys, enabled, missing, words, selected, handler);
    }

    public Action keyed(List<KeyCombination> others) {
        return new Action(id, group, title, name, others, enabled, missing, words, selected, handler);
    }

    /** Also found by these words. */
    public Action found(String others) {
        return new Action(id, group, title, name, keys, enabled, missing, others, selected, handler);
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (enabled.get()) {
            handler.run();
        }
    }

    /** Whether it cannot be done now. */
    public BooleanExpression disabled() {
        return Bindings.not(enabled);
    }

    public boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }

    /** The key as people write it, {@code Ctrl+S}; empty when there is none. */
    public String keyText() {
        return keys.isEmpty() ? "" : text(keys.getFirst());
    }

    /** Its first two keys as people write them: further ones are for other keyboards. */
    public String keysText() {
        return String.join(
                " or ", keys.stream().map(Action::text).distinct().limit(2).toList());
    }

    /** What a tooltip says: the title, and the key that does the same. */
    public String hint() {
        return keys.isEmpty() ? title.get() : title.get() + "  (" + keyText() + ")";
    }

    private static String text(KeyCombination key) {
        return key.getDisplayText();
    }
}
