package roundhouse.topology.types;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.settings.Settings;

/** An item of a list that is a record with settings of its own. */
public abstract class RecordItem<V> implements ListType.Item<V> {
    private final Settings<V> settings;

    protected RecordItem(Settings<V> settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable V read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, settings.what());
        return fields == null ? null : settings.read(fields);
    }

    @Override
    public Json json(V value) {
        return settings.json(value);
    }

    @Override
    public void check(V value, Checks checks) {
        settings.check(value, checks);
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return settings.schema(definitions);
    }

    @Override
    public List<SettingGroup> parts() {
        return List.of(settings);
    }
}
