package roundhouse.workbench.canvas.pictures;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The variable-length codes of GIF (LZW, GIF89a appendix F): the pixels' bytes as codes that grow from 9 to 12 bits, in blocks of 255 bytes at most. */
final class GifCodes {
    private static final int MOST_CODES = 4_096;
    private static final int BLOCK = 255;
    /** Slots of the table of known pairs; a power of two, several times the codes there can be. */
    private static final int SLOTS = 1 << 14;

    private final int bits;
    private final int clear;
    private final int[] keys = new int[SLOTS];
    private final short[] codes = new short[SLOTS];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private int pending;
    private int pendingBits;
    private int width;
    private int next;

    private GifCodes(int bits) {
        this.bits = bits;
        clear = 1 << bits;
    }

    /**
     * The image data of a frame: the code size, the blocks and their end.
     *
     * @param pixels places in the palette
     * @param bits of a place, 2 to 8
     */
    static byte[] of(byte[] pixels, int bits) {
        return new GifCodes(bits).write(pixels);
    }

    private byte[] write(byte[] pixels) {
        out.write(bits);
        begin();
        int known = pixels[0] & 0xFF;
        for (int i = 1; i < pixels.length; i++) {
            int pixel = pixels[i] & 0xFF;
            int slot = slot((known << 8) | pixel);
            if (keys[slot] >= 0) {
                known = codes[slot];
            } else {
                put(known);
                learn(slot, (known << 8) | pixel);
                known = pixel;
            }
        }
        put(known);
        // A reader has learned one more by now, which may have made its codes longer.
        if (next == 1 << width && width < 12) {
            width++;
        }
        put(clear + 1);
        if (pendingBits > 0) {
            put((byte) pending);
        }
        flush();
        out.write(0);
        return out.toByteArray();
    }

    private void begin() {
        Arrays.fill(keys, -1);
        if (next == 0) {
            width = bits + 1;
        }
        put(clear);
        width = bits + 1;
        next = clear + 2;
    }

    private void learn(int slot, int key) {
        if (next == MOST_CODES) {
            begin();
            return;
        }
        // A reader is one pair behind, so its codes grow when the one that no longer fits is learned here.
        if (next == 1 << width) {
            width++;
        }
        keys[slot] = key;
        codes[slot] = (short) next++;
    }

    private int slot(int key) {
        int slot = (key * 0x9E3779B1) >>> 18;
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private void put(int code) {
        pending |= code << pendingBits;
        pendingBits += width;
        while (pendingBits >= 8) {
            put((byte) pending);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }

    private void put(byte one) {
        block[filled++] = one;
        if (filled == BLOCK) {
            flush();
        }
    }

    private void flush() {
        if (filled > 0) {
            out.write(filled);
            out.write(block, 0, filled);
            filled = 0;
        }
    }
}
