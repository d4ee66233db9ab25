package roundhouse.topology.settings;

import org.jspecify.annotations.Nullable;

/** A part of a record that can be read and, in a copy, replaced. */
public interface RecordProperty<R, V extends @Nullable Object> {
    V get(R whole);

    /** The same with this part set. */
    R with(R whole, @Nullable V part);
}
