package roundhouse.topology.annotations;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.Types;

/**
 * A note on the canvas, or a titled frame around a part of it. Requests do not notice either.
 *
 * @param id tells it from the others; nodes may have the same
 * @param text of a note what it says, lines apart; of a frame its title
 * @param x where its left edge is, canvas pixels
 * @param y where its top edge is, canvas pixels
 * @param width canvas pixels
 * @param height canvas pixels
 * @param collapsed whether a frame stands as one card for the nodes in it
 */
public record Annotation(
        String id, Kind kind, String text, double x, double y, double width, double height, boolean collapsed) {
    /** What it is. */
    public enum Kind {
        NOTE,
        FRAME
    }

    /** The least width and height, canvas pixels. */
    public static final double LEAST = 40;

    private static final double FAR = 1_000_000;
    private static final int LONGEST = 10_000;

    private static final Declarations<Annotation> DECLARED = Declarations.of(Annotation.class, "an annotation");

    public static final Setting<Annotation, String> ID = DECLARED.setting("id", Annotation::id, Types.id())
            .says("Id", "Tells it from the others.")
            .required("\"note-1\"", "");
    public static final Setting<Annotation, Kind> KIND = DECLARED.setting(
                    "kind",
                    Annotation::kind,
                    new ChoiceType<Kind>("kind")
                            .or(Kind.NOTE, "note", "Note", "Words on the canvas.")
                            .or(Kind.FRAME, "frame", "Frame", "A titled frame around nodes, which it can stand for."))
            .says("Kind", "A note or a frame.")
            .alwaysWritten()
            .usually(Kind.NOTE);
    public static final Setting<Annotation, String> TEXT = DECLARED.setting(
                    "text",
                    Annotation::text,
                    Types.text("a text of at most 10,000 characters", "", Annotation::checkText))
            .says("Text", "What a note says, or the title of a frame.")
            .usually("");
    public static final Setting<Annotation, Double> X = DECLARED.setting("x", Annotation::x, Types.number(-FAR, FAR))
            .says("X", "Its left edge, in canvas pixels.")
            .alwaysWritten()
            .usually(0.0);
    public static final Setting<Annotation, Double> Y = DECLARED.setting("y", Annotation::y, Types.number(-FAR, FAR))
            .says("Y", "Its top edge, in canvas pixels.")
            .alwaysWritten()
            .usually(0.0);
    public static final Setting<Annotation, Double> WIDTH = DECLARED.setting(
                    "width", Annotation::width, Types.number(LEAST, FAR))
            .says("Width", "In canvas pixels.")
            .alwaysWritten()
            .usually(200.0);
    public static final Setting<Annotation, Double> HEIGHT = DECLARED.setting(
                    "height", Annotation::height, Types.number(LEAST, FAR))
            .says("Height", "In canvas pixels.")
            .alwaysWritten()
            .usually(80.0);
    public static final Setting<Annotation, Boolean> COLLAPSED = DECLARED.setting(
                    "collapsed", Annotation::collapsed, Types.flag())
            .says("Collapsed", "A frame stands as one card for the nodes in it.")
            .usually(false);

    public static final Settings<Annotation> SETTINGS = DECLARED.described(
                    "A note on the canvas, or a titled frame around a part of it. Requests do not notice either.")
            .titled("Annotation", "Annotations")
            .settings();

    private static void checkText(String key, String text, Checks checks) {
        if (text.length() > LONGEST || !Checks.singleLine(text.replaceAll("[\n\t]", ""))) {
            checks.wrong(
                    key, "the text of " + Json.quoted(key) + " has control characters or more than 10,000 characters");
        }
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Annotation with(RecordProperty<Annotation, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    public Annotation saying(String said) {
        return with(TEXT, said);
    }

    /** Moved by that much, canvas pixels. */
    public Annotation moved(double dx, double dy) {
        return new Annotation(id, kind, text, x + dx, y + dy, width, height, collapsed);
    }

    /** With another size, canvas pixels, no less than the least. */
    public Annotation sized(double wide, double high) {
        return new Annotation(id, kind, text, x, y, Math.max(LEAST, wide), Math.max(LEAST, high), collapsed);
    }

    public boolean isFrame() {
        return kind == Kind.FRAME;
    }

    /** Whether what stands there, with that size, lies within it. */
    public boolean holds(double left, double top, double wide, double high) {
        return left >= x && top >= y && left + wide <= x + width && top + high <= y + height;
    }
}
