package roundhouse.lessons.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.lessons.figures.Measure;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;

/**
 * A text for people with figures of the run in it: {@code s1 took {requests of s1} requests.} Empty lines part paragraphs; {@code **bold**}
 * is bold.
 */
public record Passage(String text) {
    public static final Passage EMPTY = new Passage("");

    private static final int LONGEST = 5_000;
    private static final Pattern FIGURE = Pattern.compile("\\{([^{}]*)\\}");

    /** A part of the text: words, or a figure. */
    public sealed interface Piece {
        record Words(String words) implements Piece {}

        record Figured(Measure measure) implements Piece {}
    }

    /** Its parts in order, of a passage without mistakes. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        Matcher figure = FIGURE.matcher(text);
        int end = 0;
        while (figure.find()) {
            if (figure.start() > end) {
                pieces.add(new Piece.Words(text.substring(end, figure.start())));
            }
            if (Measure.parse(figure.group(1)) instanceof Parsed.Value<Measure>(Measure measure)) {
                pieces.add(new Piece.Figured(measure));
            } else {
                pieces.add(new Piece.Words(figure.group()));
            }
            end = figure.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece.Words(text.substring(end)));
        }
        return pieces;
    }

    public List<Measure> measures() {
        return pieces().stream()
                .filter(Piece.Figured.class::isInstance)
                .map(piece -> ((Piece.Figured) piece).measure())
                .toList();
    }

    /** The first mistake in it; empty where there is none. */
    private String mistake() {
        if (text.length() > LONGEST || !Checks.singleLine(text.replaceAll("[\n\t]", ""))) {
            return "a text of at most 5,000 characters, without control characters, is allowed";
        }
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            if (Measure.parse(figure.group(1)) instanceof Parsed.Wrong<Measure>(String reason)) {
                return "{" + figure.group(1) + "}: " + reason;
            }
        }
        return "";
    }

    static Type<Passage> type() {
        return new PassageType();
    }

    private static final class PassageType implements Type<Passage> {
        @Override
        public Passage read(Fields fields, String key) {
            String text = fields.text(key);
            Passage passage = new Passage(text == null ? "" : text);
            if (!passage.mistake().isEmpty()) {
                fields.wrong(key, passage.mistake());
            }
            return passage;
        }

        @Override
        public void write(JsonBuilder json, String key, Passage value) {
            json.put(key, value.text());
        }

        @Override
        public void check(String key, Passage value, Checks checks) {
            if (!value.mistake().isEmpty()) {
                checks.wrong(key, value.mistake());
            }
        }

        @Override
        public Json.Obj schema(Definitions definitions) {
            return new JsonBuilder()
                    .put("type", "string")
                    .put("maxLength", LONGEST)
                    .build();
        }

        @Override
        public String allowed() {
            return "a text with figures in braces";
        }

        @Override
        public String shown(Passage value) {
            return value.text().isEmpty() ? "none" : value.text();
        }

        @Override
        public List<FormField<Passage>> form(FieldName name, Passage current) {
            return List.of(new FormField<>(
                    name.key(),
                    name.label(),
                    name.help(),
                    new Editor.Lines("s1 took {requests of s1} requests."),
                    Passage::text,
                    (_, text) -> {
                        Passage passage = new Passage(text);
                        return passage.mistake().isEmpty()
                                ? new Parsed.Value<>(passage)
                                : new Parsed.Wrong<>(passage.mistake());
                    }));
        }
    }
}
