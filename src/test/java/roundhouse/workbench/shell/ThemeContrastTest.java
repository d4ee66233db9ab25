package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.remembering.Theme;

/** Text can be read: WCAG 2.1 contrast of at least 4.5 to 1 on everything it stands on; signs can be seen: 3 to 1. */
class ThemeContrastTest {
    private static final List<String> TEXTS = List.of("text", "text-muted", "accent", "danger", "warn", "ok");
    private static final List<String> GROUNDS = List.of("bg", "surface", "surface-raised");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textStandsOut(String theme) throws IOException {
        Map<String, Integer> colours = colours(theme);
        for (String text : TEXTS) {
            for (String ground : GROUNDS) {
                assertThat(contrast(colours.get(text), colours.get(ground)))
                        .as("%s on %s, %s", text, ground, theme)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        for (List<String> pair : List.of(
                List.of("accent-text", "accent"),
                List.of("text", "hover"),
                List.of("text", "accent-bg"),
                List.of("danger", "danger-bg"),
                List.of("text", "danger-bg"),
                List.of("warn", "warn-bg"))) {
            assertThat(contrast(colours.get(pair.get(0)), colours.get(pair.get(1))))
                    .as("%s, %s", pair, theme)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void signsStandOut(String theme) throws IOException {
        Map<String, Integer> colours = colours(theme);
        for (String sign : List.of("link", "danger-mark", "warn-mark", "ok-mark")) {
            for (String ground : List.of("bg", "surface")) {
                assertThat(contrast(colours.get(sign), colours.get(ground)))
                        .as("%s on %s, %s", sign, ground, theme)
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    /** On the canvas, in charts, on the ring: whatever server is told by a colour is seen on both grounds. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void coloursOfServersStandOut(String theme) throws IOException {
        Map<String, Integer> colours = colours(theme);
        for (int order = 0; order < ServerColours.count(); order++) {
            int colour = Objects.requireNonNull(
                    colours.get(ServerColours.style(order).substring("-rh-".length())));
            assertThat(Color.rgb(colour >> 16, colour >> 8 & 255, colour & 255))
                    .as("server %d, %s: the same in CSS as where it is painted", order, theme)
                    .isEqualTo(ServerColours.of(order, theme.equals("dark")));
            for (String ground : List.of("bg", "surface")) {
                assertThat(contrast(colour, colours.get(ground)))
                        .as("server %d on %s, %s", order, ground, theme)
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void bothThemesNameTheSameColours() throws IOException {
        assertThat(colours("dark").keySet()).isEqualTo(colours("light").keySet());
    }

    private static Map<String, Integer> colours(String theme) throws IOException {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("/styles/" + theme + ".css"))) {
            Map<String, Integer> colours = new HashMap<>();
            Matcher line = Pattern.compile("-rh-([a-z0-9-]+): #([0-9a-f]{6});")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (line.find()) {
                colours.put(line.group(1), Integer.parseInt(line.group(2), 16));
            }
            return colours;
        }
    }

    private static double contrast(int a, int b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
