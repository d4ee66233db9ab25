package roundhouse.routing;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/**
 * An ordered list of layer-7 rules: which one, if any, a request comes under. The first match wins. Clients declare few kinds of
 * request, so the answer is remembered by the kind's identity: a look-up in the steady state, and
 * bounded when somebody makes a kind per request.
 */
public final class RequestRules {
    /** No rule matches: the request goes to the default pool. */
    public static final int NO_RULE = -1;

    private static final int REMEMBERED = 1_024;

    /** What a rule looks at. */
    public sealed interface Match {
        boolean matches(RequestKind kind);

        /** The path equals the pattern, or begins with what stands before a closing {@code *}. */
        record Path(String pattern) implements Match {
            @Override
            public boolean matches(RequestKind kind) {
                return pattern.endsWith("*")
                        ? kind.path().startsWith(pattern.substring(0, pattern.length() - 1))
                        : kind.path().equals(pattern);
            }
        }

        /** The header has that value; the case of the name does not matter, that of the value does. */
        record Header(String name, String value) implements Match {
            @Override
            public boolean matches(RequestKind kind) {
                return value.equals(kind.headers().get(name.toLowerCase(Locale.ROOT)));
            }
        }

        /** The cookie has that value. */
        record Cookie(String name, String value) implements Match {
            @Override
            public boolean matches(RequestKind kind) {
                return value.equals(kind.cookies().get(name));
            }
        }
    }

    private final Match[] rules;
    private final IdentityHashMap<RequestKind, Integer> answers = new IdentityHashMap<>();

    public RequestRules(List<? extends Match> rules) {
        this.rules = rules.toArray(Match[]::new);
    }

    /** The index of the first rule that matches, or {@link #NO_RULE}. */
    public int match(RequestKind kind) {
        if (rules.length == 0) {
            return NO_RULE;
        }
        Integer answer = answers.get(kind);
        if (answer == null) {
            answer = firstMatch(kind);
            if (answers.size() == REMEMBERED) {
                answers.clear();
            }
            answers.put(kind, answer);
        }
        return answer;
    }

    private int firstMatch(RequestKind kind) {
        for (int rule = 0; rule < rules.length; rule++) {
            if (rules[rule].matches(kind)) {
                return rule;
            }
        }
        return NO_RULE;
    }
}
