package roundhouse.topology.reference;

import java.util.List;
import roundhouse.topology.settings.SettingGroup;

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

    static Chapter of(String name, String title, SettingGroup settings) {
        return new Chapter(
                name,
                title,
                settings.description(),
                settings.rows().stream()
                        .map(row -> new Row(String.join(", ", row.keys()), row.allowed(), row.usually(), row.meaning()))
                        .toList());
    }
}
