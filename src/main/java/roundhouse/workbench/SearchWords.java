package roundhouse.workbench;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The words by which an entry of a list that can be searched is found. */
public final class SearchWords<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public SearchWords(Function<T, String> words) {
        this.words = words;
    }

    /**
     * A title and a key, and of a title of one word its sentence too: people know "least recently used" where the title has LRU. Titles of
     * several words say what they are, and what only mentions one of these words is not to come before them.
     */
    public static String of(String title, String key, String sentence) {
        return String.join(" ", title, key, title.contains(" ") ? "" : sentence);
    }

    @Override
    public String toString(@Nullable T entry) {
        return entry == null ? "" : words.apply(entry);
    }

    @Override
    public @Nullable T fromString(String text) {
        return null;
    }
}
