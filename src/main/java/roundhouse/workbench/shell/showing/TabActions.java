package roundhouse.workbench.shell.showing;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.compare.CompareView;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;
import roundhouse.workbench.sweeping.SweepPages;

/** The views of the window, each by a key, and what stands in some of them. */
public final class TabActions {
    private TabActions() {}

    /** What shows each of the views. */
    public record Tabs(Runnable design, Runnable ring, Runnable compare, Runnable sweep) {}

    public static void register(Actions actions, Tabs tabs, CanvasView canvas, SweepPages sweep, CompareView compare) {
        actions.add(
                Action.of(
                        "view.origins",
                        Action.Group.VIEW,
                        text("shell.where-figures-come-from"),
                        () -> {
                            tabs.design().run();
                            canvas.showOrigins();
                        },
                        "Shortcut+F1"),
                Action.of("view.design", Action.Group.VIEW, text("shell.design"), tabs.design(), "Shortcut+1"),
                Action.of("view.ring", Action.Group.VIEW, text("shell.ring"), tabs.ring(), "Shortcut+2"),
                Action.of("view.compare", Action.Group.VIEW, text("shell.compare"), tabs.compare(), "Shortcut+3"),
                Action.of("view.sweep", Action.Group.VIEW, text("shell.sweep"), tabs.sweep(), "Shortcut+4"),
                Action.of("view.cheapest", Action.Group.VIEW, text("shell.cheapest-that-meets-goals"), () -> {
                    tabs.sweep().run();
                    sweep.showCheapest();
                }),
                Action.of("view.tradeoffs", Action.Group.VIEW, text("shell.latency-against-staleness"), () -> {
                    tabs.compare().run();
                    compare.showTradeoffs();
                }));
    }
}
