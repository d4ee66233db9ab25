package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.finding.Action.Group.ADD;

import java.util.List;
import java.util.function.Consumer;
import roundhouse.workbench.canvas.gestures.PlaceStoreGesture;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** The Add menu: what the palette offers, in its order, the first nine by the keys 1 to 9. */
final class AddActions {
    private static final int KEYS = 9;

    private AddActions() {}

    /**
     * @param place puts a new node of that kind on the canvas, and goes to it
     * @param placeStore the same of a store of three databases
     */
    static void register(Actions actions, Consumer<PaletteKind> place, Runnable placeStore) {
        List<PaletteKind> kinds = PaletteKind.all();
        for (int i = 0; i < kinds.size(); i++) {
            PaletteKind kind = kinds.get(i);
            String[] keys = i < KEYS ? new String[] {Integer.toString(i + 1)} : new String[0];
            actions.add(Action.of("add." + kind.key(), ADD, kind.title(), () -> place.accept(kind), keys));
        }
        actions.add(Action.of("add.store", ADD, PlaceStoreGesture.TITLE, placeStore));
    }
}
