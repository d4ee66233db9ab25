package roundhouse.hashing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Where a key stands, and each target as seen from there, in the terms of the placement: positions on its ring, slots of its table, draws.
 *
 * @param key {@code at 37.214 % of the ring}; empty where a key stands nowhere
 * @param targets for each target {@code at 38.104 %}, say; empty where there is nothing to say
 */
public record Standing(String key, List<String> targets) {
    public Standing {
        targets = List.copyOf(targets);
    }

    /** Of that many targets, each by its index. */
    public static Standing of(String key, int targets, IntFunction<String> each) {
        List<String> all = new ArrayList<>(targets);
        for (int target = 0; target < targets; target++) {
            all.add(each.apply(target));
        }
        return new Standing(key, all);
    }

    /** A position of 64 bits, unsigned, as a part of all: {@code 37.214 %}. */
    public static String part(long position) {
        return String.format(Locale.ROOT, "%.3f %%", 100 * ((position >>> 11) * 0x1p-53));
    }

    /** A number with its thousands apart: {@code 41,233}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
