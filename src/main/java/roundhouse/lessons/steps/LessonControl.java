package roundhouse.lessons.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import roundhouse.lessons.figures.LineItem;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.types.ListType;

/** A part of the window that a lesson leaves out until it is introduced. */
public enum LessonControl {
    PALETTE("palette", "what can be placed"),
    BREAK("break", "what can be broken"),
    SIDE("inspector", "settings and figures of what is selected, and requests"),
    CHARTS("charts", "timeline, charts and transcript"),
    SPEED("speed", "speed and single steps"),
    RING("ring", "the Ring view"),
    COMPARE("compare", "the Compare view"),
    SWEEP("sweep", "the Sweep view"),
    PROBLEMS("problems", "what is wrong with the design");

    private final String word;
    private final String meaning;

    LessonControl(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }

    private static Parsed<LessonControl> parse(String text) {
        List<String> words = Arrays.stream(values()).map(LessonControl::word).toList();
        Optional<LessonControl> found = Arrays.stream(values())
                .filter(control -> control.word.equals(text.strip()))
                .findFirst();
        return found.<Parsed<LessonControl>>map(Parsed.Value::new)
                .orElseGet(() -> new Parsed.Wrong<>("unknown control " + Json.quoted(text)
                        + Names.didYouMean(text, words) + "; controls are " + String.join(", ", words)));
    }

    public static ListType<LessonControl> list() {
        return new ListType<>(
                new LineItem<>("a control", "controls", "inspector", LessonControl::parse, LessonControl::word));
    }
}
