package roundhouse.workbench.document;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import roundhouse.topology.checks.LoneCaches;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;

/** Tells whoever makes a cache that has nothing to load from. */
public final class LoneCacheHints {
    private LoneCacheHints() {}

    /** Tells of each as soon as an edit has made it; not of those that a file had. */
    public static void follow(Document document, Notices notices) {
        document.topologyProperty().addListener((_, before, next) -> {
            if (!document.changes().isEmpty()) {
                List<Node> known = LoneCaches.in(before);
                LoneCaches.in(next).stream()
                        .filter(cache ->
                                known.stream().noneMatch(other -> other.id().equals(cache.id())))
                        .findFirst()
                        .ifPresent(cache ->
                                notices.tell(Notice.hint(text("document.cache-loads-from-nothing", cache.title()))));
            }
        });
    }
}
