package roundhouse.workbench.shell.finding;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** A key that a menu shows beside its item but does not listen to: {@link WindowKeys} does, and knows when someone is typing. */
public final class ShownKey extends KeyCombination {
    private final String text;

    public ShownKey(String text) {
        this.text = text;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public String getName() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
