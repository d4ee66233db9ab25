package roundhouse.caching.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of keys that are texts. As long as all are whole numbers each is its own number; with the first that is not, all are
 * numbered from 0 in the order in which they appeared.
 */
final class KeyNames {
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private boolean whole = true;

    boolean areWhole() {
        return whole;
    }

    /** Whether the text is a whole number written in the one usual way. */
    static boolean isWhole(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        if (text.length() == digits || text.length() > 18 || text.equals("-0")) {
            return false;
        }
        for (int i = digits; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.charAt(digits) != '0' || text.length() == 1;
    }

    /** From now on by order of appearance; the numbers so far are changed in place. */
    void number(long[] keys, int count) {
        whole = false;
        for (int i = 0; i < count; i++) {
            keys[i] = numbered(Long.toString(keys[i]));
        }
    }

    long numbered(String name) {
        Long known = numbers.get(name);
        if (known != null) {
            return known;
        }
        long number = names.size();
        numbers.put(name, number);
        names.add(name);
        return number;
    }

    String name(long key) {
        return whole ? Long.toString(key) : names.get((int) key);
    }
}
