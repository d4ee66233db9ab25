package roundhouse.workbench.shell.showing;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.compare.CompareView;
import roundhouse.workbench.shell.ViewSwitch;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;
import roundhouse.workbench.sweeping.SweepPages;

/** The views of the window, each by a key, and what stands in some of them. */
public final class TabActions {
    private TabActions() {}

    public static void register(
            Actions actions, ViewSwitch tabs, CanvasView canvas, SweepPages sweep, CompareView compare) {
        actions.add(
                Action.of(
                        "view.origins",
                        Action.Group.VIEW,
                        text("shell.where-figures-come-from"),
                        () -> {
                            tabs.showDesign();
                            canvas.showOrigins();
                        },
                        "Shortcut+F1"),
                Action.of("view.design", Action.Group.VIEW, text("shell.design"), tabs::showDesign, "Shortcut+1"),
                Action.of("view.ring", Action.Group.VIEW, text("shell.ring"), tabs::showRing, "Shortcut+2"),
                Action.of("view.compare", Action.Group.VIEW, text("shell.compare"), tabs::showCompare, "Shortcut+3"),
                Action.of("view.sweep", Action.Group.VIEW, text("shell.sweep"), tabs::showSweep, "Shortcut+4"),
                Action.of("view.cheapest", Action.Group.VIEW, text("shell.cheapest-that-meets-goals"), () -> {
                    tabs.showSweep();
                    sweep.showCheapest();
                }),
                Action.of("view.tradeoffs", Action.Group.VIEW, text("shell.latency-against-staleness"), () -> {
                    tabs.showCompare();
                    compare.showTradeoffs();
                }));
    }
}
