package roundhouse.topology.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/**
 * A kind of value that settings have: how it is read, written, checked, described and edited. Whatever has a value of that kind says
 * so once and gets all of these.
 */
public interface Type<V> {
    /** The keys of an object that say the value; nearly always the one. */
    default List<String> keys(String key) {
        return List.of(key);
    }

    /** The value of a key that is there; null, and a problem, when it is of another type or out of its limits. */
    @Nullable
    V read(Fields fields, String key);

    /** Puts the value under its key, in the shortest form that {@link #read} takes. */
    void write(JsonBuilder json, String key, V value);

    /** Adds what is wrong with a value that did not come from a file. */
    void check(String key, V value, Checks checks);

    /** The JSON Schema of what {@link #read} takes. */
    Json.Obj schema(Definitions definitions);

    /** The schema of each of {@link #keys}. */
    default List<Json.Obj> schemas(Definitions definitions) {
        return List.of(schema(definitions));
    }

    /** What is allowed, for people: "a duration", "a whole number from 1 to 1,024". */
    String allowed();

    /** The value in a word or two, for people and for references: as files have it where that is short. */
    String shown(V value);

    /** The word for a value that is missing, for types that allow that. */
    default String shownMissing() {
        return "none";
    }

    /** The settings that a value of this kind has itself, for references; none for plain values. */
    default List<SettingGroup> parts() {
        return List.of();
    }

    /** The fields in which a value is edited, as it is now. */
    List<FormField<V>> form(FieldName name, V current);

    /**
     * The fields in which a value is edited that may be missing.
     *
     * @param none the word for that
     * @param usual what it begins with when it is turned on; null where it is typed
     * @throws IllegalArgumentException for types that always have a value
     */
    default List<FormField<@Nullable V>> optionalForm(
            FieldName name, @Nullable V current, String none, @Nullable V usual) {
        throw new IllegalArgumentException(name.key() + " cannot be missing");
    }
}
