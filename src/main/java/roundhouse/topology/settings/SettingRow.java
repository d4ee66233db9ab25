package roundhouse.topology.settings;

import java.util.List;

/**
 * What is said to people of one setting.
 *
 * @param keys the keys that say it in files, nearly always one
 * @param allowed what its value may be
 * @param usually what it is where a file is silent; empty where a file must say it
 * @param meaning a sentence or two
 * @param parts the things its value is made of, with settings of their own; none for plain values
 */
public record SettingRow(
        List<String> keys, String allowed, String usually, String meaning, List<? extends SettingGroup> parts) {}
