package roundhouse.workbench.shell.side;

import impl.org.controlsfx.skin.DecorationPane;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;

/** What stands beside the canvas, one at a time: the inspector, requests, a store, a cache, the checklist. */
public final class SideTabs {
    private final ToggleGroup tabs = new ToggleGroup();

    @FXML
    private ToggleButton inspectorTab;

    @FXML
    private ToggleButton requestsTab;

    @FXML
    private ToggleButton storeTab;

    @FXML
    private ToggleButton cacheTab;

    @FXML
    private ToggleButton checklistTab;

    @FXML
    private StackPane body;

    @FXML
    private ScrollPane inspector;

    /** Signs on the form's fields lie above them and scroll with them. */
    void inspector(Node form) {
        DecorationPane pane = new DecorationPane();
        pane.getChildren().add(form);
        inspector.setContent(pane);
    }

    /** What it switches to from the inspector. */
    public void fill(Node requests, Node cache, Node store) {
        tabs.selectedToggleProperty().addListener((_, before, shown) -> {
            if (shown == null) {
                tabs.selectToggle(before);
            } else {
                body.getChildren().setAll((Node) shown.getUserData());
            }
        });
        add(inspectorTab, inspector);
        add(requestsTab, requests);
        add(storeTab, store);
        add(cacheTab, cache);
        tabs.selectToggle(inspectorTab);
    }

    private void add(ToggleButton tab, Node content) {
        tab.setUserData(content);
        tab.setToggleGroup(tabs);
    }

    /** What it shows from the first time on that it is asked for. */
    void checklist(Node checklist) {
        add(checklistTab, checklist);
    }

    void showChecklist() {
        offer(checklistTab, true);
        checklistTab.setSelected(true);
    }

    /** There is a store to show, or none. */
    void hasStore(boolean any) {
        offer(storeTab, any);
        if (!any && storeTab.isSelected()) {
            showInspector();
        }
    }

    public void showInspector() {
        inspectorTab.setSelected(true);
    }

    /** The keys go on from its tab, without passing the other cards first, which would select them. */
    void goToInspector() {
        showInspector();
        inspectorTab.requestFocus();
    }

    void showRequests() {
        requestsTab.setSelected(true);
    }

    /** There is a cache to show from the first time on that one is opened. The keys go on from its tab, as from the inspector's. */
    void goToCache() {
        offer(cacheTab, true);
        cacheTab.setSelected(true);
        cacheTab.requestFocus();
    }

    /** The cache that was opened is there no more. */
    void withoutCache() {
        offer(cacheTab, false);
        if (cacheTab.isSelected()) {
            showInspector();
        }
    }

    /** The listener is told whether a cache is shown. */
    void onCache(Consumer<Boolean> listener) {
        cacheTab.selectedProperty().subscribe(listener);
    }

    private static void offer(ToggleButton tab, boolean there) {
        tab.setManaged(there);
        tab.setVisible(there);
    }
}
