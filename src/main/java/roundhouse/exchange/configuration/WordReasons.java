package roundhouse.exchange.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why words of a language are not understood: written down by the reason, which several have, and asked by the word. */
public final class WordReasons {
    private WordReasons() {}

    /** @param words of the language, by the reason */
    public static Map<String, String> byWord(Map<String, List<String>> words) {
        Map<String, String> reasons = new HashMap<>();
        words.forEach((why, its) -> its.forEach(word -> reasons.put(word, why)));
        return Map.copyOf(reasons);
    }
}
