package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.workbench.document.Selection.Item;

/** Whatever opens over the window: Escape closes it, and the keys are where they were. */
class PopWindowTest extends WindowTest {
    private enum Opened {
        HELP_OF_A_SETTING,
        WHAT_IS_WRONG,
        FIGURE_OF_THE_INSPECTOR,
        HEADING_OF_A_CHART,
        MENU_OF_A_CHART,
        FIGURE_OF_A_CARD,
        MENU_OF_A_CARD,
        WHY_A_DOT_GOES_THERE,
        UNDO_HISTORY,
        FIND
    }

    /** What is open, tooltips aside. */
    private static @Nullable PopupWindow open() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && !(window instanceof Tooltip) && window.isShowing())
                .map(PopupWindow.class::cast)
                .findFirst()
                .orElse(null);
    }

    private Node focused(String query) {
        until(() -> there(query));
        Node node = lookup(query).query();
        interact(node::requestFocus);
        return node;
    }

    private void selected(String id) {
        interact(() -> session.document().selection().select(new Item.NodeItem(id)));
    }

    /** Opens it; what has the keys before that. */
    private Node open(Opened what) throws IOException {
        return switch (what) {
            case HELP_OF_A_SETTING -> {
                selected("s1");
                Node field = focused("#field-cores");
                push(KeyCode.F1);
                yield field;
            }
            case WHAT_IS_WRONG -> {
                interact(() -> session.document()
                        .edit("wrong", session.document().topology().withOpened(List.of("nobody"))));
                until(() -> lookup("#problems").query().isVisible());
                // Space is the window's own key unless the keys have led to the button.
                ButtonBase button = (ButtonBase) focused("#problems");
                interact(button::fire);
                yield button;
            }
            case FIGURE_OF_THE_INSPECTOR -> {
                selected("s1");
                Node figure = focused("#figure-1");
                push(KeyCode.ENTER);
                yield figure;
            }
            case HEADING_OF_A_CHART -> {
                Node heading = focused("#chart-heading-latency");
                push(KeyCode.ENTER);
                yield heading;
            }
            case MENU_OF_A_CHART -> {
                Node menu = focused(".chart-latency .chart-menu");
                push(KeyCode.DOWN);
                yield menu;
            }
            case FIGURE_OF_A_CARD -> {
                selected("s1");
                Node card = focused("#node-s1");
                push(KeyCode.CONTROL, KeyCode.F1);
                until(() -> open() instanceof ContextMenu);
                ContextMenu menu = (ContextMenu) Objects.requireNonNull(asked(PopWindowTest::open));
                interact(() -> {
                    menu.hide();
                    menu.getItems().stream()
                            .filter(item -> item.getText().startsWith("Utilisation"))
                            .findFirst()
                            .ifPresent(MenuItem::fire);
                });
                until(() -> open() != null && !(open() instanceof ContextMenu));
                yield card;
            }
            case MENU_OF_A_CARD -> {
                selected("s1");
                Node card = focused("#node-s1");
                push(KeyCode.CONTEXT_MENU);
                yield card;
            }
            case WHY_A_DOT_GOES_THERE -> {
                Bounds from = onScreen("#node-clients");
                Bounds to = onScreen("#node-lb-1");
                for (double x = from.getMaxX() + 3; x < to.getMinX() && !there("#request"); x += 2) {
                    clickOn(x, from.getCenterY() - 2.5);
                }
                yield asked(() -> stage.getScene().getFocusOwner());
            }
            case UNDO_HISTORY -> {
                Node card = focused("#node-s1");
                push(KeyCode.CONTROL, KeyCode.H);
                yield card;
            }
            case FIND -> {
                Node card = focused("#node-s1");
                push(KeyCode.CONTROL, KeyCode.K);
                yield card;
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void escapeClosesItAndTheKeysAreWhereTheyWere(Opened what) throws IOException {
        size(1440, 900);
        openSample("slow-server-least-connections.json");
        seek(300_000_000);
        Node before = open(what);
        until(() -> open() != null);
        push(KeyCode.ESCAPE);
        until(() -> open() == null);
        assertThat(asked(() -> stage.getScene().getFocusOwner())).isEqualTo(before);
        assertThat(asked(stage::isFocused)).isTrue();
    }
}
