package roundhouse.workbench.ring.picture;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.hashing.rings.Ring;
import roundhouse.workbench.ring.model.Angle;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingState;
import roundhouse.workbench.ring.model.Streaming;

/**
 * Paints a {@link RingModel} into pixels: the band, the keys, those that fly, tokens, and the line that joins a key's replicas.
 * Needs no screen. What depends on the size or the keys alone is worked out once; a change recolours, and sends the keys whose
 * owner is another than in the last picture on their way.
 */
public final class RingPainter {
    /** With more tokens than this only the chosen one gets a handle; the rest are in the lens. */
    public static final int HANDLES = 256;

    private final RingModel model;
    private Flights flights = new Flights(0);
    private final int[] slots = new int[RingShape.SLOTS];
    private RingShape shape = new RingShape(64, 64, 1);
    private Pixels pixels = new Pixels(64, 64);
    private KeyDots dots = new KeyDots(shape, new long[0]);
    private long[] hashes = {};
    private int hashings = -1;
    private RingState state;
    private Ring.Tokens tokens = new Ring.Tokens(new long[0], new int[0]);
    private int[] drawn = {};
    private List<StreamArcs.Arc> streamed = List.of();
    private @Nullable Lens lens;
    private int[] palette = {};
    private ToIntFunction<String> byName = name -> colour(state.indexOf(name));
    private Theme theme = new Theme(0xffe7eaf0, 0xffffffff, 0xff60697c, 0xff0b5fff);

    /** Colours, alpha first: a band that nobody owns, the inside of a handle, what is off, what is chosen. */
    record Theme(int track, int handle, int muted, int accent) {}

    RingPainter(RingModel model) {
        this.model = model;
        state = model.state();
        follow(0);
    }

    void theme(Theme colours) {
        theme = colours;
        colourBand();
    }

    /** Which stretch is marked as enlarged; null for none. */
    public void lens(@Nullable Lens shown) {
        lens = shown;
    }

    void resize(int width, int height, double scale) {
        if (pixels.width() != width || pixels.height() != height || shape.scale != scale) {
            pixels = new Pixels(width, height);
            shape = new RingShape(width, height, scale);
            place();
        }
    }

    Pixels pixels() {
        return pixels;
    }

    public RingShape shape() {
        return shape;
    }

    KeyDots dots() {
        return dots;
    }

    public Ring.Tokens tokens() {
        return tokens;
    }

    /** How many keys are under way; while there are any, another picture is due. */
    int flying() {
        return flights.count();
    }

    /** The colour of each server of the state, by its index. */
    void palette(int[] colours) {
        if (!Arrays.equals(palette, colours)) {
            palette = colours;
            colourBand();
        }
    }

    /** The colour of a server, by its index; that of what is off for nobody. */
    public int colour(int owner) {
        return owner == Placement.NONE || owner >= palette.length ? theme.muted() : palette[owner];
    }

    /** The colour of any server by its name, also of one that has left. */
    void colours(ToIntFunction<String> colours) {
        byName = colours;
    }

    /** What is streamed now. */
    List<StreamArcs.Arc> streamed() {
        return streamed;
    }

    Theme theme() {
        return theme;
    }

    private void place() {
        long[] positions = new long[hashes.length];
        for (int key = 0; key < positions.length; key++) {
            positions[key] = model.position(hashes[key]);
        }
        dots = new KeyDots(shape, positions);
        flights = new Flights(hashes.length);
    }

    /** Takes over what the model shows now; with {@code nowNanos} in nanoseconds keys fly from then on, with 0 they do not. */
    public void follow(long nowNanos) {
        RingState was = state;
        Ring.Tokens wasTokens = tokens;
        state = model.state();
        Ring ring = model.ring();
        tokens = ring == null ? new Ring.Tokens(new long[0], new int[0]) : ring.tokens();
        streamed = StreamArcs.of(Streaming.underWay(model));
        colourBand();
        int[] owners = model.owners();
        if (model.hashings() == hashings) {
            int[] same = renumbered(was);
            for (int key = 0; key < owners.length; key++) {
                int before = drawn[key] < 0 || drawn[key] >= same.length ? Placement.NONE : same[drawn[key]];
                if (before != owners[key] && nowNanos > 0) {
                    fly(key, was, wasTokens, nowNanos);
                }
            }
        } else {
            rehash(nowNanos);
        }
        drawn = Arrays.copyOf(owners, owners.length);
    }

    /** The keys stand elsewhere now: each goes there from where it stood. */
    private void rehash(long nowNanos) {
        KeyDots stood = dots;
        boolean sameKeys = hashes.length == model.hashes().length && hashings >= 0;
        hashings = model.hashings();
        hashes = model.hashes();
        place();
        for (int key = 0; sameKeys && nowNanos > 0 && key < hashes.length; key++) {
            flights.send(
                    key,
                    stood.x(key),
                    stood.y(key),
                    dots.x(key),
                    dots.y(key),
                    shape,
                    colour(model.owners()[key]),
                    nowNanos);
        }
    }

    /** For each server of another state its index in this one. */
    private int[] renumbered(RingState was) {
        int[] same = new int[was.targets().size()];
        for (int i = 0; i < same.length; i++) {
            same[i] = state.indexOf(was.targets().get(i).name());
        }
        return same;
    }

    private void fly(int key, RingState was, Ring.Tokens wasTokens, long nowNanos) {
        int owner = model.owners()[key];
        long position = model.position(hashes[key]);
        double from = ServerPlaces.home(was, wasTokens, position, drawn[key]);
        double to = ServerPlaces.home(state, tokens, position, owner);
        double radius = shape.inner - 6 * shape.scale;
        flights.send(
                key,
                from < 0 ? dots.x(key) : shape.x(from, radius),
                from < 0 ? dots.y(key) : shape.y(from, radius),
                to < 0 ? dots.x(key) : shape.x(to, radius),
                to < 0 ? dots.y(key) : shape.y(to, radius),
                shape,
                colour(owner),
                nowNanos);
    }

    private void colourBand() {
        if (tokens.size() == 0) {
            Arrays.fill(slots, theme.track());
            return;
        }
        Placement placement = model.placement();
        for (int slot = 0; slot < slots.length; slot++) {
            int owner = placement.owner(Angle.position((slot + 0.5) / slots.length));
            slots[slot] = owner == Placement.NONE ? theme.track() : colour(owner);
        }
    }

    /**
     * The picture of this moment.
     *
     * @param chosen the index of the chosen token, or -1
     * @param selectedKey the key whose replicas are joined, or -1
     */
    public Pixels paint(long nowNanos, int chosen, int selectedKey) {
        pixels.clear();
        shape.band(pixels, slots);
        for (int mark = 0; mark < ScaleMarks.COUNT; mark++) {
            shape.tick(pixels, (double) mark / ScaleMarks.COUNT, theme.muted());
        }
        Lens enlarged = lens;
        if (enlarged != null) {
            // As wide as can be seen, however narrow the stretch is.
            double width = Math.max(enlarged.width(), 0.004);
            shape.along(pixels, enlarged.centre() - width / 2, width, theme.accent());
        }
        if (selectedKey >= 0 && selectedKey < hashes.length) {
            replicas(selectedKey);
        }
        dots.paint(pixels, model.owners(), palette, theme.muted());
        if (selectedKey >= 0 && selectedKey < hashes.length) {
            double radius = dots.radius() + 3 * shape.scale;
            pixels.annulus(dots.x(selectedKey), dots.y(selectedKey), radius, radius + 2 * shape.scale, theme.accent());
        }
        StreamArcs.paint(pixels, shape, streamed, byName, theme);
        flights.paint(pixels, shape, dots, nowNanos);
        handles(chosen);
        return pixels;
    }

    private void replicas(int key) {
        int[] out = new int[state.settings().replicas()];
        int count = model.placement().replicas(hashes[key], out.length, out);
        long position = model.position(hashes[key]);
        double x = dots.x(key);
        double y = dots.y(key);
        for (int i = 0; i < count; i++) {
            double turn = ServerPlaces.home(state, tokens, position, out[i]);
            double toX = shape.x(turn, shape.track());
            double toY = shape.y(turn, shape.track());
            pixels.line(x, y, toX, toY, 2 * shape.scale, colour(out[i]), i == 0 ? 255 : 170);
            x = toX;
            y = toY;
        }
    }

    private void handles(int chosen) {
        int count = tokens.size();
        if (count <= HANDLES) {
            for (int token = 0; token < count; token++) {
                if (token != chosen) {
                    handle(token, count > 80 ? 5.5 : 8.5, false);
                }
            }
        }
        if (count == 0) {
            for (int server = 0; server < state.targets().size(); server++) {
                double turn = (server + 0.5) / state.targets().size();
                circle(turn, 10, colour(server), state.targets().get(server).usable());
            }
        }
        if (chosen >= 0 && chosen < count) {
            handle(chosen, 10, true);
        }
    }

    private void handle(int token, double size, boolean chosen) {
        int owner = tokens.owners()[token];
        double turn = Angle.turn(tokens.positions()[token]);
        if (chosen) {
            double radius = (size + 4) * shape.scale;
            pixels.annulus(
                    shape.x(turn, shape.track()),
                    shape.y(turn, shape.track()),
                    radius,
                    radius + 2 * shape.scale,
                    theme.accent());
        }
        circle(turn, size, colour(owner), state.targets().get(owner).usable());
    }

    private void circle(double turn, double size, int colour, boolean up) {
        double radius = size * shape.scale;
        double x = shape.x(turn, shape.track());
        double y = shape.y(turn, shape.track());
        pixels.disc(x, y, radius + 1.2 * shape.scale, theme.handle());
        pixels.annulus(x, y, radius - 3 * shape.scale, radius, up ? colour : theme.muted());
    }
}
