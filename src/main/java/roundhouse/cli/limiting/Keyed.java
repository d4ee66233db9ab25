package roundhouse.cli.limiting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** One of them for each key; of at most so many, the one that was asked longest ago is forgotten for a new one. */
final class Keyed<T> {
    private final Supplier<T> made;
    private final int most;
    private final Map<String, T> all = new LinkedHashMap<>(16, 0.75f, true);

    /** @param made makes one; called once here, so that settings it cannot work with are said at once */
    Keyed(Supplier<T> made, int most) {
        this.made = made;
        this.most = most;
        Objects.requireNonNull(made.get());
    }

    T of(String key) {
        T known = all.get(key);
        if (known == null) {
            if (all.size() >= most) {
                all.remove(all.keySet().iterator().next());
            }
            known = made.get();
            all.put(key, known);
        }
        return known;
    }
}
