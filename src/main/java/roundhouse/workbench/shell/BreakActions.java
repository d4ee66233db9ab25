package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.finding.Action.Group.BREAK;
import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.LinkFault;
import roundhouse.topology.NodeFault;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.FaultActions;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** Breaking what is selected, and mending it. */
final class BreakActions {
    private static final Map<NodeFault, String> NODE_KEYS =
            Map.of(NodeFault.CRASH, "X", NodeFault.SLOW, "S", NodeFault.PAUSE, "P", NodeFault.ERRORS, "E");
    private static final Map<LinkFault, String> LINK_KEYS = Map.of(LinkFault.CUT, "C", LinkFault.LOSS, "D");

    private static final String MEND = "break.mend";
    private static final String CUT_TOOL = "break.cut-tool";

    private final Document document;
    private final FaultActions faults;
    private final Notices notices;

    private BreakActions(Document document, FaultActions faults, Notices notices) {
        this.document = document;
        this.faults = faults;
        this.notices = notices;
    }

    static void register(
            Actions actions, Document document, FaultActions faults, BooleanProperty cutTool, Notices notices) {
        BreakActions breaking = new BreakActions(document, faults, notices);
        for (NodeFault fault : NodeFault.values()) {
            actions.add(Action.of(
                    id(fault), BREAK, fault.title(), () -> breaking.toggle(fault), key(NODE_KEYS.get(fault))));
        }
        for (LinkFault fault : LinkFault.values()) {
            actions.add(Action.of(
                    id(fault),
                    BREAK,
                    fault == LinkFault.CUT ? text("shell.cut-link") : fault.title(),
                    () -> breaking.toggle(fault),
                    key(LINK_KEYS.get(fault))));
        }
        actions.add(Action.of(MEND, BREAK, text("shell.recover"), breaking::mend, "Shift+X"));
        actions.add(Action.toggle(CUT_TOOL, BREAK, text("shell.cut-tool"), cutTool, "Shift+C"));
    }

    /** Those that most people break first, for the palette. */
    static List<String> first() {
        return List.of(
                id(NodeFault.CRASH),
                MEND,
                id(NodeFault.SLOW),
                id(NodeFault.PAUSE),
                id(LinkFault.CUT),
                CUT_TOOL,
                id(LinkFault.LOSS));
    }

    /** What an action of the menu does, in a sentence. */
    static String says(String id) {
        return switch (id) {
            case MEND -> text("shell.what-is-selected-works-again");
            case CUT_TOOL -> text("shell.drag-a-line-across-links");
            default ->
                Stream.concat(
                                Stream.of(NodeFault.values())
                                        .filter(fault -> id(fault).equals(id))
                                        .map(NodeFault::says),
                                Stream.of(LinkFault.values())
                                        .filter(fault -> id(fault).equals(id))
                                        .map(LinkFault::says))
                        .map(says -> says.endsWith(".") ? says : says + ".")
                        .collect(Collectors.joining(" "));
        };
    }

    private static String id(Enum<?> fault) {
        return "break." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String[] key(@Nullable String key) {
        return key == null ? new String[0] : new String[] {key};
    }

    private void toggle(NodeFault fault) {
        Set<String> selected = document.selectedNodes();
        if (selected.stream().anyMatch(id -> faults.can(fault, id))) {
            faults.toggle(fault, selected);
        } else {
            hint(text(
                    fault.ofServersOnly() ? "shell.select-a-server-first" : "shell.select-a-server-or-balancer-first",
                    fault.title(),
                    lower(fault.says())));
        }
    }

    private void toggle(LinkFault fault) {
        Set<Item.LinkItem> selected = document.selection().links();
        if (selected.isEmpty()) {
            hint(text("shell.select-a-link-first-or", fault.title(), lower(fault.says())));
        } else {
            faults.toggle(fault, selected);
        }
    }

    private void mend() {
        if (document.selection().items().isEmpty()) {
            hint(text("shell.select-what-is-to-recover"));
        }
        faults.recover(document.selectedNodes());
        faults.mend(document.selection().links());
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private void hint(String text) {
        notices.tell(Notice.hint(text));
    }
}
