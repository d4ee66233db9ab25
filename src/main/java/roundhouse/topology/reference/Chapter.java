package roundhouse.topology.reference;

import java.util.List;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;

/**
 * A part of the reference: one kind of thing and its settings.
 *
 * @param name what it is found by: {@code server}, {@code crash}
 * @param title its heading
 * @param description a sentence; may be empty
 */
public record Chapter(String name, String title, String description, List<Row> rows) {
    /**
     * One setting.
     *
     * @param allowed what its value may be
     * @param usually what it is where a file is silent; empty where a file must say it
     * @param meaning a sentence or two
     */
    public record Row(String key, String allowed, String usually, String meaning) {}

    static Chapter of(String name, String title, Settings<?> settings) {
        return new Chapter(
                name,
                title,
                settings.description(),
                settings.settings().stream().map(Chapter::row).toList());
    }

    private static Row row(Setting<?, ?> setting) {
        String applies = setting.text().applies();
        return new Row(
                String.join(", ", setting.keys()),
                setting.type().allowed(),
                setting.usually(),
                setting.text().help() + (applies == null ? "" : " Applies " + applies + "."));
    }
}
