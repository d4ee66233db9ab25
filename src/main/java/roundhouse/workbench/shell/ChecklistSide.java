package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.checklist.ChecklistModel;
import roundhouse.workbench.checklist.ChecklistView;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** The scaling checklist at the side of the design, once it is asked for. */
final class ChecklistSide {
    private ChecklistSide() {}

    static void install(WorkbenchView view, Document document, BackgroundWork background, Actions actions) {
        ChecklistModel model =
                new ChecklistModel(document, background.lane("checklist", text("shell.checking-by-running")));
        view.side().checklist(new ChecklistView(model, document.known()::title, where -> {
            if (document.topology().node(where).isPresent()) {
                document.selection().select(new Selection.Item.NodeItem(where));
                view.side().showChecklist();
            }
        }));
        actions.add(Action.of(
                "view.checklist",
                Action.Group.VIEW,
                text("shell.scaling-checklist"),
                () -> {
                    model.open();
                    view.views().showDesign();
                    view.side().showChecklist();
                },
                "Shortcut+L"));
    }
}
