package roundhouse.workbench.remembering;

import javafx.beans.property.BooleanProperty;
import roundhouse.workbench.Preferences;

/** Something that is on or off as it was left. */
public final class RememberedSwitch {
    private RememberedSwitch() {}

    /** Sets it as it was left, to what it is where that is not known, and remembers it from now on. */
    public static void follow(BooleanProperty property, Preferences settings, String key) {
        settings.get(key).ifPresent(text -> property.set(Boolean.parseBoolean(text)));
        property.addListener((_, _, on) -> settings.put(key, String.valueOf(on)));
    }
}
