package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.List;

/**
 * One condition of an ACL: a sample of the request and what it must be.
 *
 * @param sample {@code path_beg}, {@code hdr(host)}, …
 * @param flags like {@code -i}
 * @param values any of which will do
 */
record HaproxyCondition(String sample, List<String> flags, List<String> values) {
    static HaproxyCondition of(List<String> words) {
        List<String> flags = new ArrayList<>();
        int i = 1;
        for (; i < words.size() && words.get(i).startsWith("-") && words.get(i).length() > 1; i++) {
            flags.add(words.get(i));
            if (words.get(i).equals("--")) {
                i++;
                break;
            }
            if (words.get(i).equals("-m") && i + 1 < words.size()) {
                flags.add(words.get(++i));
            }
        }
        return new HaproxyCondition(
                words.isEmpty() ? "" : words.getFirst(),
                List.copyOf(flags),
                i < words.size() ? List.copyOf(words.subList(i, words.size())) : List.of());
    }

    /** Before the parentheses. */
    String name() {
        int at = sample.indexOf('(');
        String name = at < 0 ? sample : sample.substring(0, at);
        return name.startsWith("req.") && !name.equals("req.ssl_sni") ? name.substring(4) : name;
    }

    /** Within the parentheses. */
    String argument() {
        int at = sample.indexOf('(');
        return at < 0 || !sample.endsWith(")") ? "" : sample.substring(at + 1, sample.length() - 1);
    }

    /** How a value must match: {@code str}, {@code beg}, {@code end}, {@code reg}, … */
    String match() {
        int at = flags.indexOf("-m");
        return at < 0 || at + 1 >= flags.size() ? "str" : flags.get(at + 1);
    }

    /** Whether values are in a file that was not read. */
    boolean isOfFile() {
        return flags.contains("-f");
    }

    /** With the values of its file, where that can be read. */
    HaproxyCondition withFiles(HaproxyFiles files) {
        if (!isOfFile() || values.isEmpty()) {
            return this;
        }
        List<String> lines = files.lines(values.getFirst()).orElse(List.of());
        if (lines.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(lines);
        all.addAll(values.subList(1, values.size()));
        return new HaproxyCondition(
                sample, flags.stream().filter(flag -> !flag.equals("-f")).toList(), all);
    }
}
