package roundhouse.workbench.canvas.pictures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * At most 255 colours for many: all of them where that suffices, else by median cut (Heckbert 1982): the box of colours that spans most,
 * weighed by its pixels, is cut in two at its median until there are enough; each box gives its mean.
 */
final class GifPalette {
    static final int MOST = 255;

    /** RGB, sorted, each once. */
    private final int[] exact;
    /** For each of {@link #exact} its place in {@link #colours}. */
    private final byte[] places;

    private final int[] colours;

    private GifPalette(int[] exact, byte[] places, int[] colours) {
        this.exact = exact;
        this.places = places;
        this.colours = colours;
    }

    /** @param pixels RGB, in any order; sorted by this */
    static GifPalette of(int[] pixels) {
        Arrays.sort(pixels);
        int distinct = 0;
        int[] exact = new int[pixels.length];
        int[] counts = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            if (i == 0 || pixels[i] != pixels[i - 1]) {
                exact[distinct++] = pixels[i];
            }
            counts[distinct - 1]++;
        }
        exact = Arrays.copyOf(exact, distinct);
        List<Box> boxes = cut(exact, counts);
        byte[] places = new byte[distinct];
        int[] colours = new int[boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            colours[i] = boxes.get(i).mean(counts, exact);
            for (int member : boxes.get(i).members) {
                places[member] = (byte) i;
            }
        }
        return new GifPalette(exact, places, colours);
    }

    /** RGB each. */
    int[] colours() {
        return colours.clone();
    }

    /** The place of a colour that was among the pixels. */
    byte place(int rgb) {
        return places[Arrays.binarySearch(exact, rgb)];
    }

    private static List<Box> cut(int[] exact, int[] counts) {
        List<Box> boxes = new ArrayList<>();
        Integer[] all = new Integer[exact.length];
        Arrays.setAll(all, i -> i);
        boxes.add(Box.of(all, counts, exact));
        while (boxes.size() < MOST) {
            Box widest =
                    boxes.stream().max(Comparator.comparingDouble(Box::weight)).orElseThrow();
            if (widest.members.length == 1) {
                break;
            }
            boxes.remove(widest);
            boxes.addAll(widest.halves(counts, exact));
        }
        return boxes;
    }

    /**
     * Colours that are close.
     *
     * @param channel the shift of the one they differ most in
     * @param weight how much cutting it is worth; 0 where it is one colour
     */
    private record Box(Integer[] members, int channel, double weight) {
        static Box of(Integer[] members, int[] counts, int[] exact) {
            int widest = 0;
            int span = -1;
            for (int channel = 0; channel <= 16; channel += 8) {
                int least = 255;
                int most = 0;
                for (int member : members) {
                    int value = exact[member] >> channel & 0xFF;
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
                if (most - least > span) {
                    span = most - least;
                    widest = channel;
                }
            }
            long pixels = 0;
            for (int member : members) {
                pixels += counts[member];
            }
            return new Box(members, widest, members.length == 1 ? 0 : span * Math.cbrt((double) pixels));
        }

        List<Box> halves(int[] counts, int[] exact) {
            Integer[] sorted = members.clone();
            Arrays.sort(
                    sorted,
                    Comparator.comparingInt((Integer member) -> exact[member] >> channel & 0xFF)
                            .thenComparingInt(member -> exact[member]));
            long all = 0;
            for (int member : sorted) {
                all += counts[member];
            }
            int middle = 0;
            for (long before = 0; middle < sorted.length - 1 && before * 2 < all; middle++) {
                before += counts[sorted[middle]];
            }
            int at = Math.clamp(middle, 1, sorted.length - 1);
            return List.of(
                    of(Arrays.copyOfRange(sorted, 0, at), counts, exact),
                    of(Arrays.copyOfRange(sorted, at, sorted.length), counts, exact));
        }

        int mean(int[] counts, int[] exact) {
            long pixels = 0;
            long[] sums = new long[3];
            for (int member : members) {
                pixels += counts[member];
                for (int i = 0; i < 3; i++) {
                    sums[i] += (long) counts[member] * (exact[member] >> (8 * i) & 0xFF);
                }
            }
            int rgb = 0;
            for (int i = 0; i < 3; i++) {
                rgb |= (int) ((sums[i] + pixels / 2) / pixels) << (8 * i);
            }
            return rgb;
        }
    }
}
