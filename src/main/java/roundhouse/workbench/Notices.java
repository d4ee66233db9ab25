package roundhouse.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the person at the window is told: one thing at a time, the newest. */
public final class Notices {
    private final ReadOnlyObjectWrapper<@Nullable Notice> current = new ReadOnlyObjectWrapper<>(this, "current", null);

    /** Null when there is nothing to tell, or it was dismissed. */
    public ReadOnlyObjectProperty<@Nullable Notice> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public void tell(Notice notice) {
        current.set(notice);
    }

    public void dismiss() {
        current.set(null);
    }
}
