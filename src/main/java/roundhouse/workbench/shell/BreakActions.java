package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.Action.Group.BREAK;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Faults;

/** Breaking what is selected, and mending it. */
final class BreakActions {
    private BreakActions() {}

    static void register(Actions actions, Document document, Faults faults, Notices notices) {
        actions.add(
                Action.of(
                        "break.crash",
                        BREAK,
                        "Crash",
                        () -> onSelection(
                                document,
                                faults::canCrash,
                                faults::toggleCrash,
                                notices,
                                "Select a server or a load balancer to crash it; do it again to recover it."),
                        "X"),
                Action.of(
                        "break.slow",
                        BREAK,
                        "Slow down",
                        () -> onSelection(
                                document,
                                faults::canSlow,
                                faults::toggleSlow,
                                notices,
                                "Select a server to slow it down; do it again for its normal speed."),
                        "S"));
    }

    private static void onSelection(
            Document document, Predicate<String> able, Consumer<Set<String>> act, Notices notices, String otherwise) {
        Set<String> selected = document.selection().nodes();
        if (selected.stream().anyMatch(able)) {
            act.accept(selected);
        } else {
            notices.tell(Notice.hint(otherwise));
        }
    }
}
