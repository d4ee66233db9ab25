package roundhouse.workbench.access;

import java.util.List;
import javafx.scene.Node;

/** A view with large parts of its own, which the keys go through one after the other like those of the window. */
public interface HasPanes {
    /** In the order in which they are gone through; one that is not shown is passed over. */
    List<? extends Node> panes();
}
