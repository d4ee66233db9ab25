package roundhouse.cli.words;

import java.util.Collection;
import roundhouse.topology.json.Names;

/** How the command line suggests the valid name nearest to a mistyped one. */
public final class Nearest {
    private Nearest() {}

    /** {@code "; did you mean 'run'?"}, or nothing when no name is near. */
    public static String suggestion(String word, Collection<String> names) {
        return Names.nearest(word, names)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** The same, and all names where none is near, for lists short enough to read. */
    public static String suggestionOrAll(String word, Collection<String> names) {
        String near = suggestion(word, names);
        return near.isEmpty() ? "; one of " + String.join(", ", names) : near;
    }
}
