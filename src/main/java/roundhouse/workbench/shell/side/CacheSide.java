package roundhouse.workbench.shell.side;

import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.caches.CacheModel;
import roundhouse.workbench.caches.CacheView;
import roundhouse.workbench.caches.KeyStoryModel;
import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.playback.Playback;

/** What a cache holds, at the side once it is opened on the canvas. */
public final class CacheSide {
    private CacheSide() {}

    /** @return what is shown of the cache that is open */
    public static CacheView install(
            SideTabs side, CanvasView canvas, Document document, Playback playback, BackgroundWork background) {
        CacheModel caches = new CacheModel(playback::look);
        KeyStoryModel stories = new KeyStoryModel(playback, background);
        side.onCache(visible -> {
            caches.show(visible);
            stories.show(visible);
        });
        canvas.onOpen(node -> {
            caches.open(node);
            side.goToCache();
        });
        document.onOpened(() -> {
            String open = caches.lookProperty().get().node();
            boolean there =
                    document.topology().node(open).filter(node -> node.caches()).isPresent();
            if (!there) {
                side.withoutCache();
                caches.close();
            }
        });
        return new CacheView(caches, stories, playback::again, document.known()::title);
    }
}
