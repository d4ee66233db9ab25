package roundhouse.topology.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** What a record's declarations are made of: a setting, the settings of a component that stand among its own, or a constant. */
public interface Part<R> {
    List<String> keys();

    /** The places of the record's components that it is about. */
    List<Integer> components();

    /** Puts what a file that is silent means into the record's components. */
    void setUsual(@Nullable Object[] components);

    /** Puts what a file says into the record's components. {@code what} is what is read: "a server". */
    void read(Fields fields, String what, @Nullable Object[] components);

    /** The record with what follows from its other components where the file is silent. */
    default R completed(R read, Fields fields) {
        return read;
    }

    /** The record of which nothing is said, with what follows from its other components. */
    default R completed(R usual) {
        return usual;
    }

    void write(R whole, JsonBuilder json);

    default void check(R whole, Checks checks) {}

    /** Puts the schema of each key into the properties, and the keys that must be there into the other list. */
    void schema(Map<String, Json> properties, List<Json> required, Definitions definitions);

    /** Adds the fields in which it is edited to those of their sections. */
    default void form(R whole, String prefix, Map<String, List<FormField<R>>> sections) {}

    /** The keys that must be said, each with how it may be written in JSON. */
    default Map<String, String> examples() {
        return Map.of();
    }

    /** What is said to people of the settings in it. */
    default List<SettingRow> rows() {
        return List.of();
    }
}
