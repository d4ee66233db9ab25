package roundhouse.topology.declarations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.stores.Store;
import roundhouse.topology.stores.StoreFormat;

/** A store in a list. */
final class StoreItem extends PlacedItem<Store> {
    StoreItem() {
        super("stores", "made of databases on the canvas");
    }

    @Override
    public @Nullable Store read(Json value, String pointer, Problems problems) {
        return StoreFormat.read(value, pointer, problems);
    }

    @Override
    public Json json(Store store) {
        return StoreFormat.json(store);
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return StoreFormat.schema(definitions);
    }

    @Override
    public List<SettingGroup> parts() {
        return List.of(Store.SETTINGS);
    }

    @Override
    public String line(Store store) {
        return store.id();
    }
}
