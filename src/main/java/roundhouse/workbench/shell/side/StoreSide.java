package roundhouse.workbench.shell.side;

import static roundhouse.workbench.texts.Texts.text;

import javafx.stage.Stage;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.stores.ExampleDialog;
import roundhouse.workbench.stores.StoreView;

/** What the members of a store hold and promise, at the side while there is a store. */
public final class StoreSide {
    private StoreSide() {}

    /**
     * @param owner of the window that shows an example
     * @return what is shown of the store
     */
    public static StoreView install(
            SideTabs side,
            Document document,
            Playback playback,
            BackgroundWork background,
            OriginPop origins,
            Stage owner) {
        StoreView stores = new StoreView(
                playback,
                background.lane("judge-history", text("shell.judging-a-history")),
                checked -> ExampleDialog.show(checked, playback::seek, owner),
                origins);
        playback.onFrame(stores::show);
        NewestOnReturn.of(stores, playback);
        document.topologyProperty()
                .subscribe(topology -> side.hasStore(!topology.stores().isEmpty()));
        return stores;
    }
}
