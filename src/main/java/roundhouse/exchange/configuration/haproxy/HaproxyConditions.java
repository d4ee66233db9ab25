package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ACLs of a section, and conditions of rules that are made of them. */
final class HaproxyConditions {
    /** More are not what anybody writes by hand. */
    private static final int MOST = 256;

    private final Map<String, List<HaproxyCondition>> acls = new HashMap<>();

    /** What cannot be told as conditions, in a half-sentence. */
    static final class NotSaidException extends Exception {
        private static final long serialVersionUID = 1L;

        NotSaidException(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /** {@code acl NAME CRITERION [flags] VALUE …}; the same name again is another way to meet it. */
    void add(HaproxyLine line) {
        acls.computeIfAbsent(line.word(1), _ -> new ArrayList<>()).add(HaproxyCondition.of(line.from(2)));
    }

    /**
     * The alternatives of what follows {@code if}, each with conditions that must all hold.
     *
     * @param words after {@code if}; none for always
     */
    List<List<HaproxyCondition>> alternatives(List<String> words) throws NotSaidException {
        List<List<HaproxyCondition>> all = new ArrayList<>();
        List<List<HaproxyCondition>> current = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("||") || word.equals("or")) {
                all.addAll(current);
                current = new ArrayList<>(List.of(List.of()));
                continue;
            }
            if (word.startsWith("!")) {
                throw new NotSaidException("a rule has no \"not\"");
            }
            List<HaproxyCondition> ways;
            if (word.equals("{")) {
                int end = i + 1;
                while (end < words.size() && !words.get(end).equals("}")) {
                    end++;
                }
                ways = List.of(HaproxyCondition.of(words.subList(Math.min(i + 1, end), end)));
                i = end;
            } else {
                ways = acls.get(word);
                if (ways == null) {
                    throw new NotSaidException("there is no ACL " + word + " before it");
                }
            }
            current = times(current, ways);
        }
        all.addAll(current);
        if (all.size() > MOST) {
            throw new NotSaidException("it stands for more than " + MOST + " rules");
        }
        return all;
    }

    private static List<List<HaproxyCondition>> times(List<List<HaproxyCondition>> before, List<HaproxyCondition> ways)
            throws NotSaidException {
        if ((long) before.size() * ways.size() > MOST) {
            throw new NotSaidException("it stands for more than " + MOST + " rules");
        }
        List<List<HaproxyCondition>> next = new ArrayList<>();
        for (List<HaproxyCondition> some : before) {
            for (HaproxyCondition way : ways) {
                List<HaproxyCondition> longer = new ArrayList<>(some);
                longer.add(way);
                next.add(longer);
            }
        }
        return next;
    }

    /** The words after {@code if} of a rule; none where it always holds. */
    static List<String> after(List<String> words) throws NotSaidException {
        if (words.contains("unless")) {
            throw new NotSaidException("a rule has no \"not\"");
        }
        int at = words.indexOf("if");
        return at < 0 ? List.of() : words.subList(at + 1, words.size());
    }
}
