package roundhouse.workbench.shell.side;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.checklist.ChecklistModel;
import roundhouse.workbench.checklist.ChecklistView;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** The scaling checklist at the side of the design, once it is asked for. */
public final class ChecklistSide {
    private ChecklistSide() {}

    /** @param showDesign shows the view that has the side */
    public static void install(
            SideTabs side, Document document, BackgroundWork background, Runnable showDesign, Actions actions) {
        ChecklistModel model =
                new ChecklistModel(document, background.lane("checklist", text("shell.checking-by-running")));
        side.checklist(new ChecklistView(model, document.known()::title, where -> {
            if (document.topology().node(where).isPresent()) {
                document.selection().select(new Selection.Item.NodeItem(where));
                side.showChecklist();
            }
        }));
        actions.add(Action.of(
                "view.checklist",
                Action.Group.VIEW,
                text("shell.scaling-checklist"),
                () -> {
                    model.open();
                    showDesign.run();
                    side.showChecklist();
                },
                "Shortcut+L"));
    }
}
