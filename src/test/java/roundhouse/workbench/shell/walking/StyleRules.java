package roundhouse.workbench.shell.walking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the style sheets, as far as colours of texts and grounds need them. */
final class StyleRules {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
    private static final Pattern PSEUDO = Pattern.compile(":[a-z-]+");

    private StyleRules() {}

    /**
     * One selector of a rule.
     *
     * @param place the selector without its states: {@code .list > .cell}
     * @param states what must be so: {@code .cell:hover}
     */
    record Rule(String sheet, String place, Set<String> states, Map<String, String> declared) {
        /** The last part of the place. */
        String own() {
            return place.substring(place.lastIndexOf(' ') + 1);
        }

        /** The parts before the last, the nearest first. */
        List<String> around() {
            List<String> parts =
                    new ArrayList<>(List.of(place.replace(">", "").trim().split("\\s+")));
            parts.removeLast();
            return parts.reversed();
        }
    }

    /** All rules of the sheets in that folder, in their order. */
    static List<Rule> in(Path folder) throws IOException {
        List<Rule> rules = new ArrayList<>();
        try (Stream<Path> sheets = Files.list(folder)) {
            for (Path sheet : sheets.filter(file -> file.toString().endsWith(".css"))
                    .sorted()
                    .toList()) {
                String name = String.valueOf(sheet.getFileName());
                String text = Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
                Matcher rule = RULE.matcher(text);
                while (rule.find()) {
                    for (String selector : rule.group(1).split(",")) {
                        rules.add(rule(name, selector.trim().replaceAll("\\s+", " "), declared(rule.group(2))));
                    }
                }
            }
        }
        return rules;
    }

    private static Rule rule(String sheet, String selector, Map<String, String> declared) {
        Set<String> states = new LinkedHashSet<>();
        for (String part : selector.split(" ")) {
            Matcher pseudo = PSEUDO.matcher(part);
            while (pseudo.find()) {
                states.add(PSEUDO.matcher(part).replaceAll("") + pseudo.group());
            }
        }
        return new Rule(sheet, PSEUDO.matcher(selector).replaceAll(""), states, declared);
    }

    private static Map<String, String> declared(String body) {
        Map<String, String> declared = new HashMap<>();
        for (String line : body.split(";")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                declared.put(
                        line.substring(0, colon).trim(),
                        line.substring(colon + 1).trim());
            }
        }
        return declared;
    }
}
