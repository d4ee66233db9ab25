package roundhouse.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.util.Callback;
import roundhouse.workbench.texts.Texts;

/** Loads the files of {@code /fxml} with the window's texts. */
public final class Fxml {
    private Fxml() {}

    /** Fills a node that is its own root and controller from {@code /fxml/NAME.fxml}. */
    public static void fill(Parent node, String name) {
        FXMLLoader loader = loader(name);
        loader.setRoot(node);
        loader.setController(node);
        load(loader, name);
    }

    /**
     * Fills a node like {@link #fill(Parent, String)}.
     *
     * @param controllers makes the controllers of the files that this one includes
     */
    public static void fill(Parent node, String name, Callback<Class<?>, Object> controllers) {
        FXMLLoader loader = loader(name);
        loader.setRoot(node);
        loader.setController(node);
        loader.setControllerFactory(controllers);
        load(loader, name);
    }

    /** The root of {@code /fxml/NAME.fxml}, whose parts are in the fields of its controller. */
    public static <T extends Parent> T load(Class<T> root, Object controller, String name) {
        FXMLLoader loader = loader(name);
        loader.setController(controller);
        return root.cast(load(loader, name));
    }

    private static FXMLLoader loader(String name) {
        return new FXMLLoader(
                Objects.requireNonNull(Fxml.class.getResource("/fxml/" + name + ".fxml"), name), Texts.BUNDLE);
    }

    private static Object load(FXMLLoader loader, String name) {
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".fxml cannot be loaded", e);
        }
    }
}
