package roundhouse.workbench.shell.side;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.inspector.InspectorView;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** The inspector at the side: it is shown when something is selected, or by a key. */
public final class InspectorSide {
    private InspectorSide() {}

    /**
     * @param showDesign shows the view that has the side
     * @return the form of what is selected
     */
    public static InspectorView install(
            SideTabs side,
            Document document,
            Playback playback,
            BackgroundWork background,
            OriginPop origins,
            Runnable showDesign,
            Actions actions) {
        InspectorView inspector = new InspectorView(document, background.lane("theory"), origins);
        NewestOnReturn.of(inspector, playback);
        side.inspector(inspector);
        document.selection().itemsProperty().subscribe((_, items) -> {
            playback.again();
            if (!items.isEmpty()) {
                side.showInspector();
            }
        });
        actions.add(Action.of(
                "view.inspector",
                Action.Group.VIEW,
                text("shell.inspector"),
                () -> {
                    showDesign.run();
                    side.goToInspector();
                },
                "Shortcut+I"));
        return inspector;
    }
}
