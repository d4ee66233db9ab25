package roundhouse.workbench.canvas.painting;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * How wide words are, measured once: laying out the names on two thousand boxes anew took a tenth of a picture. On the screen's thread, as
 * all painting is.
 */
final class TextWidths {
    /** Names change, and fonts with the zoom: what was measured so long ago is not kept. */
    private static final int MOST = 20_000;

    private static final Text MEASURED = new Text();
    private static final Map<Words, Double> KNOWN = new HashMap<>();

    private record Words(String text, Font font) {}

    private TextWidths() {}

    static double width(Font font, String text) {
        Words words = new Words(text, font);
        Double known = KNOWN.get(words);
        if (known != null) {
            return known;
        }
        MEASURED.setFont(font);
        MEASURED.setText(text);
        double width = MEASURED.getLayoutBounds().getWidth();
        if (KNOWN.size() >= MOST) {
            KNOWN.clear();
        }
        KNOWN.put(words, width);
        return width;
    }

    /** As much of the text as is no wider than that, px; nothing rather than one letter, which would look like another name. */
    static String fitting(Font font, String text, double room) {
        if (width(font, text) <= room) {
            return text;
        }
        int letters = text.length() - 1;
        while (letters > 0 && width(font, text.substring(0, letters) + "…") > room) {
            letters--;
        }
        return letters > 1 ? text.substring(0, letters) + "…" : "";
    }
}
