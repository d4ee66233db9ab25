package roundhouse.workbench.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/** Counts what is drawn in a picture: pixels that are not clear and touch each other, at a side or a corner, are one spot. */
final class Spots {
    private Spots() {}

    static int in(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        PixelReader pixels = picture.getPixelReader();
        boolean[] seen = new boolean[width * height];
        int spots = 0;
        Deque<Integer> open = new ArrayDeque<>();
        for (int start = 0; start < seen.length; start++) {
            if (visit(pixels, seen, start, width, open)) {
                spots++;
            }
            while (!open.isEmpty()) {
                int at = open.pop();
                for (int y = Math.max(0, at / width - 1); y <= Math.min(height - 1, at / width + 1); y++) {
                    for (int x = Math.max(0, at % width - 1); x <= Math.min(width - 1, at % width + 1); x++) {
                        visit(pixels, seen, y * width + x, width, open);
                    }
                }
            }
        }
        return spots;
    }

    private static boolean visit(PixelReader pixels, boolean[] seen, int at, int width, Deque<Integer> open) {
        if (seen[at] || pixels.getArgb(at % width, at / width) >>> 24 == 0) {
            return false;
        }
        seen[at] = true;
        open.push(at);
        return true;
    }
}
