package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ACLs of a section, and conditions of rules that are made of them. */
final class HaproxyConditions {
    /** More are not what anybody writes by hand. */
    private static final int MOST = 256;
    /** Of those that HAProxy has without being told, which hold of every request here. */
    private static final Set<String> ALWAYS = Set.of("TRUE", "HTTP", "HTTP_1.1", "REQ_CONTENT", "WAIT_END");

    private final HaproxyFiles files;
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

    /**
     * One way to meet a condition.
     *
     * @param all must all hold
     * @param none each is a list of which none may hold
     */
    record Way(List<HaproxyCondition> all, List<List<HaproxyCondition>> none) {}

    HaproxyConditions(HaproxyFiles files) {
        this.files = files;
    }

    /** {@code acl NAME CRITERION [flags] VALUE …}; the same name again is another way to meet it. */
    void add(HaproxyLine line) {
        acls.computeIfAbsent(line.word(1), _ -> new ArrayList<>())
                .add(HaproxyCondition.of(line.from(2)).withFiles(files));
    }

    /**
     * The ways to meet what follows {@code if}; or to meet nothing of what follows {@code unless}.
     *
     * @param words of the whole line; one way that asks nothing where it has no condition
     */
    List<Way> ways(List<String> words) throws NotSaidException {
        int at = Math.max(words.indexOf("if"), words.indexOf("unless"));
        List<String> condition = at < 0 ? List.of() : words.subList(at + 1, words.size());
        return at >= 0 && words.get(at).equals("unless") ? unless(condition) : terms(condition);
    }

    private List<Way> unless(List<String> words) throws NotSaidException {
        List<List<HaproxyCondition>> none = new ArrayList<>();
        for (Way way : terms(words)) {
            if (way.all().size() != 1 || !way.none().isEmpty()) {
                throw new NotSaidException("\"unless\" is understood before single conditions only");
            }
            none.add(way.all());
        }
        return List.of(new Way(List.of(), none));
    }

    private List<Way> terms(List<String> words) throws NotSaidException {
        List<Way> ways = new ArrayList<>();
        List<List<HaproxyCondition>> all = new ArrayList<>(List.of(List.of()));
        List<List<HaproxyCondition>> none = new ArrayList<>();
        for (int i = 0; i <= words.size(); i++) {
            String word = i < words.size() ? words.get(i) : "||";
            if (word.equals("||") || word.equals("or")) {
                for (List<HaproxyCondition> one : all) {
                    ways.add(new Way(one, List.copyOf(none)));
                }
                all = new ArrayList<>(List.of(List.of()));
                none = new ArrayList<>();
                continue;
            }
            boolean not = word.startsWith("!");
            String name =
                    not && word.length() == 1 && i + 1 < words.size() ? words.get(++i) : word.substring(not ? 1 : 0);
            List<HaproxyCondition> term;
            if (!not && ALWAYS.contains(name) && !acls.containsKey(name)) {
                continue;
            }
            if (name.equals("{")) {
                int end = i + 1;
                while (end < words.size() && !words.get(end).equals("}")) {
                    end++;
                }
                term = List.of(HaproxyCondition.of(words.subList(Math.min(i + 1, end), end))
                        .withFiles(files));
                i = end;
            } else {
                term = acl(name);
            }
            if (not) {
                none.add(term);
            } else {
                all = times(all, term);
            }
        }
        if (ways.size() > MOST) {
            throw new NotSaidException("it stands for more than " + MOST + " rules");
        }
        return ways;
    }

    private List<HaproxyCondition> acl(String name) throws NotSaidException {
        List<HaproxyCondition> acl = acls.get(name);
        if (acl != null) {
            return acl;
        }
        // HAProxy has these without being told.
        return switch (name) {
            case "METH_GET" -> List.of(new HaproxyCondition("method", List.of(), List.of("GET", "HEAD")));
            case "METH_CONNECT", "METH_DELETE", "METH_HEAD", "METH_OPTIONS", "METH_POST", "METH_PUT", "METH_TRACE" ->
                List.of(new HaproxyCondition("method", List.of(), List.of(name.substring("METH_".length()))));
            case "LOCALHOST" -> List.of(new HaproxyCondition("src", List.of(), List.of("127.0.0.1/8")));
            default ->
                throw new NotSaidException(
                        name.matches(
                                        "FALSE|TRUE|HTTP|HTTP_1\\.[01]|HTTP_2\\.0|HTTP_CONTENT|HTTP_URL_\\w+|RDP_COOKIE|REQ_CONTENT|WAIT_END")
                                ? "what " + name + " asks is not modelled"
                                : "there is no ACL " + name + " before it");
        };
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
}
