package roundhouse.routing;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A list of layer-7 rules: which one, if any, a request comes under. The first that matches wins, as in HAProxy and Envoy, or the most
 * specific by host and path, as in nginx. Clients declare few kinds of request, so the answer is remembered by the kind's identity:
 * a look-up in the steady state, and bounded when somebody makes a kind per request.
 */
public final class RequestRules {
    /** No rule matches: the request goes to the default pool. */
    public static final int NO_RULE = -1;

    private static final int REMEMBERED = 1_024;

    /** Which of several rules that match wins. */
    public enum Order {
        /** The first. */
        FIRST,
        /** By the host an exact name, then the longer pattern; then by the path an exact one, then the longest with an end, then the longest prefix; then the first. */
        LONGEST_PREFIX
    }

    private final RequestMatch[] rules;
    /** The rules' indexes in the order in which they are tried. */
    private final int[] tried;

    private final IdentityHashMap<RequestKind, Integer> ofReads = new IdentityHashMap<>();
    private final IdentityHashMap<RequestKind, Integer> ofWrites = new IdentityHashMap<>();

    public RequestRules(List<? extends RequestMatch> rules) {
        this(rules, Order.FIRST);
    }

    public RequestRules(List<? extends RequestMatch> rules, Order order) {
        this.rules = rules.toArray(RequestMatch[]::new);
        IntStream indexes = IntStream.range(0, this.rules.length);
        tried = order == Order.FIRST
                ? indexes.toArray()
                : indexes.boxed()
                        .sorted(Comparator.comparingLong((Integer rule) -> -this.rules[rule].rank()))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /** The index of the rule that a request of that kind, which reads or writes, comes under, or {@link #NO_RULE}. */
    public int match(RequestKind kind, boolean read) {
        if (rules.length == 0) {
            return NO_RULE;
        }
        IdentityHashMap<RequestKind, Integer> answers = read ? ofReads : ofWrites;
        Integer answer = answers.get(kind);
        if (answer == null) {
            answer = firstMatch(kind, read);
            if (answers.size() == REMEMBERED) {
                answers.clear();
            }
            answers.put(kind, answer);
        }
        return answer;
    }

    private int firstMatch(RequestKind kind, boolean read) {
        for (int rule : tried) {
            if (rules[rule].matches(kind, read)) {
                return rule;
            }
        }
        return NO_RULE;
    }

    /** The index of a rule that is tried before this one and matches all that it does, so that it never wins; or {@link #NO_RULE}. */
    public int covering(int rule) {
        for (int before : tried) {
            if (before == rule) {
                return NO_RULE;
            }
            if (rules[before].covers(rules[rule])) {
                return before;
            }
        }
        return NO_RULE;
    }
}
