package roundhouse.workbench.canvas.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes an animated GIF (GIF89a) that begins again when it is over. A frame has only the rectangle that changed, with a palette of its
 * own; what is the same within it is left through, which packs well.
 */
public final class GifWriter {
    private static final int TRAILER = 0x3B;
    private static final int RGB = 0xFFFFFF;

    private final OutputStream out;
    private final int width;
    private final int height;
    private int[] before = {};

    /** Begins; the caller closes the stream. */
    public GifWriter(OutputStream out, int width, int height) throws IOException {
        this.out = out;
        this.width = width;
        this.height = height;
        out.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
        number(width);
        number(height);
        // No palette for all, no ground, square pixels.
        out.write(new byte[] {0x70, 0, 0});
        out.write(new byte[] {0x21, (byte) 0xFF, 11});
        out.write("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {3, 1, 0, 0, 0});
    }

    /**
     * The next picture.
     *
     * @param pixels row by row; the upper eight bits do not count; kept until the next
     * @param hundredths of a second that it is shown, 2 or more
     */
    public void frame(int[] pixels, int hundredths) throws IOException {
        Changed changed = Changed.between(before, pixels, width, height);
        boolean all = before.length == 0;
        int[] seen = new int[changed.width * changed.height];
        int count = 0;
        for (int y = changed.top; y < changed.top + changed.height; y++) {
            for (int x = changed.left; x < changed.left + changed.width; x++) {
                int at = y * width + x;
                if (all || isOther(pixels, at)) {
                    seen[count++] = pixels[at] & RGB;
                }
            }
        }
        GifPalette palette = GifPalette.of(Arrays.copyOf(seen, Math.max(1, count)));
        int transparent = palette.colours().length;
        byte[] places = new byte[changed.width * changed.height];
        for (int y = 0; y < changed.height; y++) {
            for (int x = 0; x < changed.width; x++) {
                int at = (changed.top + y) * width + changed.left + x;
                places[y * changed.width + x] =
                        all || isOther(pixels, at) ? palette.place(pixels[at] & RGB) : (byte) transparent;
            }
        }
        write(changed, palette.colours(), transparent, places, hundredths);
        before = pixels;
    }

    private boolean isOther(int[] pixels, int at) {
        return (pixels[at] & RGB) != (before[at] & RGB);
    }

    private void write(Changed changed, int[] colours, int transparent, byte[] places, int hundredths)
            throws IOException {
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(transparent));
        // Each frame is laid over the one before, which stays.
        out.write(new byte[] {0x21, (byte) 0xF9, 4, 0b101});
        number(hundredths);
        out.write(new byte[] {(byte) transparent, 0, 0x2C});
        number(changed.left);
        number(changed.top);
        number(changed.width);
        number(changed.height);
        out.write(0x80 | (bits - 1));
        byte[] table = new byte[3 << bits];
        for (int i = 0; i < colours.length; i++) {
            table[3 * i] = (byte) (colours[i] >> 16);
            table[3 * i + 1] = (byte) (colours[i] >> 8);
            table[3 * i + 2] = (byte) colours[i];
        }
        out.write(table);
        out.write(GifCodes.of(places, bits));
    }

    /** After the last frame. */
    public void finish() throws IOException {
        out.write(TRAILER);
        out.flush();
    }

    private void number(int value) throws IOException {
        out.write(value);
        out.write(value >> 8);
    }

    /** The smallest rectangle with all that changed; a pixel where nothing did, since a frame cannot be empty. */
    private record Changed(int left, int top, int width, int height) {
        static Changed between(int[] before, int[] after, int width, int height) {
            if (before.length == 0) {
                return new Changed(0, 0, width, height);
            }
            int left = width;
            int right = 0;
            int top = height;
            int bottom = 0;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if ((before[y * width + x] ^ after[y * width + x]) << 8 != 0) {
                        left = Math.min(left, x);
                        right = Math.max(right, x + 1);
                        top = Math.min(top, y);
                        bottom = y + 1;
                    }
                }
            }
            return right == 0 ? new Changed(0, 0, 1, 1) : new Changed(left, top, right - left, bottom - top);
        }
    }
}
