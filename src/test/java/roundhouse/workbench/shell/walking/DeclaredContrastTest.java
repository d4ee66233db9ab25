package roundhouse.workbench.shell.walking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.workbench.shell.walking.StyleRules.Rule;

/**
 * WCAG 2.1 AA of every pair of text and ground that the style sheets declare, in each state that they know: 4.5 to 1. A text whose rule
 * names no ground stands on what its selector says is around it, else on any of the plain grounds.
 */
class DeclaredContrastTest {
    private static final double TEXT = 4.5;
    private static final double MARK = 3;
    private static final List<String> PLAIN = List.of("-rh-bg", "-rh-surface", "-rh-surface-raised");
    private static List<Rule> rules = List.of();

    @BeforeAll
    static void read() throws IOException {
        rules = StyleRules.in(Path.of("styles"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyDeclaredTextStandsOut(String theme) {
        Map<String, Color> colours = colours(theme);
        Set<String> weak = new TreeSet<>();
        int pairs = 0;
        for (Map.Entry<String, List<Rule>> place : byPlace().entrySet()) {
            for (Set<String> state : states(place.getValue())) {
                String text = value(place.getValue(), state, "-fx-text-fill");
                if (text == null || state.stream().anyMatch(so -> so.endsWith(":disabled"))) {
                    continue;
                }
                for (String ground : grounds(place.getValue(), state)) {
                    for (Color written : all(text, colours)) {
                        for (Color under : all(ground, colours)) {
                            pairs++;
                            double contrast = contrast(written, under);
                            if (contrast < TEXT) {
                                weak.add(String.format(
                                        "%s %s: %s on %s is %.2f", place.getKey(), state, text, ground, contrast));
                            }
                        }
                    }
                }
            }
        }
        assertThat(weak).isEmpty();
        assertThat(pairs).as("pairs that were looked at").isGreaterThan(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void marksAndTheFocusStandOut(String theme) {
        Map<String, Color> colours = colours(theme);
        for (String mark : List.of("-rh-accent", "-rh-text-muted", "-rh-danger-mark", "-rh-ok-mark")) {
            for (String ground : List.of("-rh-bg", "-rh-surface")) {
                assertThat(contrast(colour(mark, colours), colour(ground, colours)))
                        .as("%s on %s, %s", mark, ground, theme)
                        .isGreaterThanOrEqualTo(MARK);
            }
        }
    }

    /** Shapes may be fainter than texts. */
    private static final Set<String> SHAPES = Set.of(
            ".bar",
            ".lesson-bar",
            ".track",
            ".timeline-track",
            ".chart-ahead",
            ".chart-now",
            ".chart-cursor",
            ".timeline-cursor",
            ".followed-trail",
            ".drawn-face",
            ".drawn-handle",
            ".chart-chosen",
            ".timeline-sight",
            ".arrow-button",
            "Region",
            ".range-bar");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void whatIsFainterCanStillBeRead(String theme) {
        Map<String, Color> colours = colours(theme);
        for (Rule rule : rules) {
            String opacity = rule.declared().get("-fx-opacity");
            if (opacity != null && !SHAPES.contains(rule.own())) {
                Color ground = colour("-rh-surface", colours);
                Color seen = ground.interpolate(colour("-rh-text", colours), Double.parseDouble(opacity));
                assertThat(contrast(seen, ground))
                        .as(rule.place() + ", " + theme)
                        .isGreaterThanOrEqualTo(TEXT);
            }
        }
    }

    @Test
    void noSheetButThePalettesHasColoursOfItsOwn() {
        assertThat(rules.stream()
                        .filter(rule -> !List.of("light.css", "dark.css").contains(rule.sheet()))
                        .flatMap(rule -> rule.declared().entrySet().stream())
                        .filter(entry -> entry.getKey().matches(".*(fill|color|stroke).*"))
                        .map(Map.Entry::getValue)
                        .filter(value -> value.matches(".*(#[0-9a-f]{3,8}|rgb|\\bwhite\\b|\\bblack\\b).*")))
                .isEmpty();
    }

    private static Map<String, List<Rule>> byPlace() {
        return rules.stream().collect(Collectors.groupingBy(Rule::place, LinkedHashMap::new, Collectors.toList()));
    }

    /** Each state that a rule knows, and none. */
    private static Set<Set<String>> states(List<Rule> place) {
        return Stream.concat(Stream.of(Set.<String>of()), place.stream().map(Rule::states))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the rules of a place say of a property in a state: the one that asks for most, else the last. */
    private static String value(List<Rule> place, Set<String> state, String property) {
        return place.stream()
                .filter(rule ->
                        state.containsAll(rule.states()) && rule.declared().containsKey(property))
                .max(Comparator.comparingInt(rule -> rule.states().size()))
                .map(rule -> rule.declared().get(property))
                .orElse(null);
    }

    private static List<String> grounds(List<Rule> place, Set<String> state) {
        String own = top(value(place, state, "-fx-background-color"));
        if (own != null) {
            return List.of(own);
        }
        for (String around : place.getFirst().around()) {
            List<String> declared = rules.stream()
                    .filter(rule -> rule.own().equals(around) && state.containsAll(rule.states()))
                    .map(rule -> top(rule.declared().get("-fx-background-color")))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!declared.isEmpty()) {
                return declared;
            }
        }
        return PLAIN;
    }

    /** The uppermost of the layers of a background; null where one sees through. */
    private static String top(String layers) {
        if (layers == null) {
            return null;
        }
        List<String> each = new ArrayList<>(List.of(layers.split(",(?![^(]*\\))")));
        String last = each.getLast().trim();
        return last.equals("transparent") || last.equals("null") || last.startsWith("linear-gradient") ? null : last;
    }

    private static Map<String, Color> colours(String theme) {
        Map<String, Color> colours = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> rule.sheet().equals(theme + ".css"))
                .forEach(rule -> rule.declared().forEach((name, value) -> colours.put(name, Color.web(value))));
        rules.stream()
                .filter(rule -> rule.place().equals(".root"))
                .forEach(rule -> rule.declared().forEach((name, value) -> {
                    if (value.startsWith("-rh-")) {
                        colours.put(name, Objects.requireNonNull(colours.get(value), value));
                    }
                }));
        return colours;
    }

    /** One that rules set anew for what is within them can be any that they set. */
    private static List<Color> all(String value, Map<String, Color> colours) {
        return colours.containsKey(value) || value.startsWith("derive(")
                ? List.of(colour(value, colours))
                : rules.stream()
                        .map(rule -> rule.declared().get(value))
                        .filter(Objects::nonNull)
                        .flatMap(set -> all(set, colours).stream())
                        .toList();
    }

    private static Color colour(String value, Map<String, Color> colours) {
        if (value.startsWith("derive(")) {
            String[] parts = value.substring(7, value.length() - 1).split(",");
            double by = 1 + Double.parseDouble(parts[1].trim().replace("%", "")) / 100;
            return colour(parts[0].trim(), colours).deriveColor(0, 1, by, 1);
        }
        return Objects.requireNonNull(colours.get(value), value);
    }

    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
