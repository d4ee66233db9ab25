package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backends whose names stand in maps: {@code use_backend %[req.hdr(host),lower,map(hosts.map,web)]}. */
final class HaproxyMaps {
    private static final Pattern NAME = Pattern.compile(
            "%\\[(?<sample>(?:req\\.)?hdr\\(host\\)|path)(?:,(?:lower|field\\(1,:\\)|word\\(1,:\\)|host_only))*"
                    + ",map(?:_(?<match>str|beg|end|dom|reg))?\\((?<file>[^,)]+)(?:,(?<others>[^)]+))?\\)]");
    private static final int MOST = 256;

    private final HaproxyFiles files;

    HaproxyMaps(HaproxyFiles files) {
        this.files = files;
    }

    /**
     * @param conditions in which requests go to a backend; none for all others
     */
    record Entry(List<HaproxyCondition> conditions, String backend) {}

    /** The entries of a line's map in the order in which they are to be tried. */
    List<Entry> entries(HaproxyLine line) throws HaproxyConditions.NotSaidException {
        Matcher name = NAME.matcher(line.word(1));
        if (!name.matches()) {
            throw new HaproxyConditions.NotSaidException(
                    "names of backends are understood where a map has them by host or path");
        }
        String file = name.group("file");
        List<String> lines = files.lines(file)
                .orElseThrow(() ->
                        new HaproxyConditions.NotSaidException("the map " + file + " is not beside the configuration"));
        String match = name.group("match") == null ? "str" : name.group("match");
        List<Entry> entries = new ArrayList<>();
        List<String[]> pairs = lines.stream()
                .map(text -> text.split("\\s+", 2))
                .filter(pair -> pair.length == 2)
                .limit(MOST)
                .toList();
        // HAProxy finds the longest beginning, and expressions in their order.
        Comparator<String[]> longest = Comparator.comparingInt(pair -> -pair[0].length());
        for (String[] pair :
                match.equals("reg") ? pairs : pairs.stream().sorted(longest).toList()) {
            entries.add(new Entry(List.of(condition(name.group("sample"), match, pair[0])), pair[1]));
        }
        if (name.group("others") != null) {
            entries.add(new Entry(List.of(), name.group("others")));
        }
        return entries;
    }

    private static HaproxyCondition condition(String sample, String match, String value)
            throws HaproxyConditions.NotSaidException {
        if (match.equals("dom") && !sample.equals("path")) {
            return new HaproxyCondition("hdr_dom(host)", List.of(), List.of(value));
        }
        if (match.equals("dom") || (match.equals("reg") && !sample.equals("path"))) {
            throw new HaproxyConditions.NotSaidException("rules do not compare by map_" + match);
        }
        return new HaproxyCondition(sample, List.of("-m", match), List.of(value));
    }
}
