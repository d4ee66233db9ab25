package roundhouse.topology.settings;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a setting, for files and for people.
 *
 * @param key its key in files, kebab-case
 * @param label its name for people
 * @param help what it means, in a sentence with its unit where the value has none
 * @param section the heading it stands under in a form; empty for what people come for most
 * @param applies when it means anything, as "at layer 7 only"; null for always
 * @param follows what it is where a file is silent, in words, where that follows from other settings; otherwise null
 * @param isAlwaysWritten whether files say it even where it is as usual
 * @param isHidden whether forms leave it out
 */
public record SettingText(
        String key,
        String label,
        String help,
        String section,
        @Nullable String applies,
        @Nullable String follows,
        boolean isAlwaysWritten,
        boolean isHidden) {}
