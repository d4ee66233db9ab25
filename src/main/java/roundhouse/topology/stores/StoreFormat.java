package roundhouse.topology.stores;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/** Reads, writes and checks stores, each by itself. */
public final class StoreFormat {
    private StoreFormat() {}

    /** The store that a value says, or null and a problem. */
    public static @Nullable Store read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, Store.SETTINGS.what());
        return fields == null ? null : Store.SETTINGS.read(fields);
    }

    public static Json.Obj json(Store store) {
        return Store.SETTINGS.json(store);
    }

    /** Adds what is wrong with a store by itself. */
    public static void check(Store store, String pointer, Problems problems) {
        Store.SETTINGS.check(store, new Checks(pointer, "the store " + Json.quoted(store.id()), problems));
    }

    public static Json.Obj schema(Definitions definitions) {
        return definitions.reference("store", () -> Store.SETTINGS.schema(definitions));
    }
}
