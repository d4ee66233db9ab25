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

    @Override
    public String toString(@Nullable T entry) {
        return entry == null ? "" : words.apply(entry);
    }

    @Override
    public @Nullable T fromString(String text) {
        return null;
    }
}
