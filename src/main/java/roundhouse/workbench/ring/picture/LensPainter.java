package roundhouse.workbench.ring.picture;

import roundhouse.hashing.Placement;
import roundhouse.hashing.rings.Ring;
import roundhouse.workbench.ring.model.Angle;
import roundhouse.workbench.ring.model.RingModel;

/** Paints the stretch of the ring that a {@link Lens} sees: the band, the keys above it, the tokens upon it. Needs no screen. */
final class LensPainter {
    private static final double BAND = 16;
    private static final double BOTTOM = 24;
    private static final double KEYS_TOP = 22;
    private static final double KEYS_BOTTOM = 16;
    private static final double DOT = 3;
    private static final double HANDLE = 8;
    /** Handles closer than this would hide each other; lines are drawn then. */
    private static final double ROOM = 9;

    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final RingModel model;
    private final RingPainter ring;
    private final Lens lens;
    private Pixels pixels = new Pixels(1, 1);
    private double scale = 1;

    /** @param ring whose tokens and colours are painted */
    LensPainter(RingModel model, RingPainter ring, Lens lens) {
        this.model = model;
        this.ring = ring;
        this.lens = lens;
    }

    Pixels resize(int width, int height, double pixelScale) {
        scale = pixelScale;
        if (pixels.width() != width || pixels.height() != height) {
            pixels = new Pixels(width, height);
        }
        return pixels;
    }

    /** The middle of the band, from the top, pixels of the layout. */
    double track() {
        return pixels.height() / scale - BOTTOM - BAND / 2;
    }

    /** How many tokens are seen. */
    int seen() {
        Ring.Tokens tokens = ring.tokens();
        int count = 0;
        for (int at = firstSeen(); count < tokens.size() && lens.sees(turn(at + count)); count++) {}
        return count;
    }

    /** The index of the first token at or after the left edge. */
    int firstSeen() {
        return ServerPlaces.first(ring.tokens().positions(), Angle.position(lens.turnAt(0)));
    }

    private double turn(int index) {
        Ring.Tokens tokens = ring.tokens();
        return Angle.turn(tokens.positions()[index % tokens.size()]);
    }

    /** @param chosen the index of the chosen token, or -1 */
    void paint(int chosen) {
        pixels.clear();
        if (ring.tokens().size() == 0 || track() < BAND) {
            return;
        }
        band();
        keys();
        tokens(chosen);
    }

    private void band() {
        Placement placement = model.placement();
        int top = (int) Math.round((track() - BAND / 2) * scale);
        int bottom = (int) Math.round((track() + BAND / 2) * scale);
        for (int x = 0; x < pixels.width(); x++) {
            int owner = placement.owner(Angle.position(lens.turnAt((x + 0.5) / pixels.width())));
            int colour = owner == Placement.NONE ? ring.theme().track() : ring.colour(owner);
            for (int y = top; y < bottom; y++) {
                pixels.argb()[y * pixels.width() + x] = colour;
            }
        }
    }

    private void keys() {
        long[] hashes = model.hashes();
        int[] owners = model.owners();
        double room = Math.max(1, track() - BAND / 2 - KEYS_TOP - KEYS_BOTTOM);
        for (int key = 0; key < hashes.length; key++) {
            long position = model.position(hashes[key]);
            double across = lens.across(Angle.turn(position));
            if (across >= 0 && across <= 1) {
                double depth = ((position * MIX) >>> 40) * 0x1p-24;
                pixels.disc(
                        across * pixels.width(),
                        (KEYS_TOP + depth * room) * scale,
                        DOT * scale,
                        ring.colour(owners[key]));
            }
        }
    }

    private void tokens(int chosen) {
        int first = firstSeen();
        int seen = seen();
        boolean lines = seen * ROOM * scale > pixels.width();
        for (int i = 0; i < seen; i++) {
            token((first + i) % ring.tokens().size(), lines);
        }
        if (chosen >= 0 && lens.sees(turn(chosen))) {
            double x = lens.across(turn(chosen)) * pixels.width();
            double radius = (HANDLE + 4) * scale;
            pixels.annulus(
                    x, track() * scale, radius, radius + 2 * scale, ring.theme().accent());
            token(chosen, false);
        }
    }

    private void token(int index, boolean line) {
        int owner = ring.tokens().owners()[index];
        boolean up = model.state().targets().get(owner).usable();
        int colour = up ? ring.colour(owner) : ring.theme().muted();
        double x = lens.across(turn(index)) * pixels.width();
        double y = track() * scale;
        if (line) {
            pixels.line(x, y - BAND * scale, x, y + BAND / 2 * scale, 1.2 * scale, colour, 255);
        } else {
            pixels.disc(x, y, (HANDLE + 1.2) * scale, ring.theme().handle());
            pixels.annulus(x, y, (HANDLE - 3) * scale, HANDLE * scale, colour);
        }
    }
}
