package roundhouse.workbench.shell.walking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Scene;

/** What is wrong with what is in sight, each thing once, with the place where it was first seen. */
public final class Findings {
    private final Map<String, String> firstSeen = new LinkedHashMap<>();

    /** Looks at all windows. On the screen's thread. */
    public void look(String place) {
        Seen.scenes().forEach(scene -> lookIn(scene, place));
    }

    /** Looks at one of them. */
    public void lookIn(Scene scene, String place) {
        Stream.of(Names.missing(scene), Names.notForKeys(scene), Traversal.missed(scene), CutText.in(scene))
                .flatMap(List::stream)
                .forEach(finding -> firstSeen.putIfAbsent(finding, place));
    }

    public List<String> all() {
        return firstSeen.entrySet().stream()
                .map(entry -> entry.getValue() + ": " + entry.getKey())
                .toList();
    }
}
