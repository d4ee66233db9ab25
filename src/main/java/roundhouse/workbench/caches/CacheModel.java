package roundhouse.workbench.caches;

import static roundhouse.workbench.texts.Texts.text;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.observing.CacheLook;

/** Which cache is open, and which key is followed in it. The run is only asked while somebody sees the answer. */
public final class CacheModel {
    private static final Pattern KEY = Pattern.compile("(?:key-)?(\\d{1,12})");

    private final ReadOnlyObjectWrapper<CacheLook> look = new ReadOnlyObjectWrapper<>(this, "look", CacheLook.NONE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final Consumer<CacheLook> ask;
    private CacheLook asked = CacheLook.NONE;
    private boolean shown;

    /** @param ask asks the run from now on */
    public CacheModel(Consumer<CacheLook> ask) {
        this.ask = ask;
    }

    /** Which cache is open; {@link CacheLook#NONE} before any was. */
    public ReadOnlyObjectProperty<CacheLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** What is wrong with the key that was written; empty while nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Opens the node's first cache, or leaves the one open that is. */
    public void open(String node) {
        if (!look.get().node().equals(node)) {
            set(new CacheLook(node, 0, look.get().key()));
        }
    }

    /** Leaves the one that is open, as there is no such cache any more; the key that was written stays followed. */
    public void close() {
        set(new CacheLook("", 0, look.get().key()));
    }

    /** To another cache of the node, from 0. */
    public void choose(int cache) {
        set(new CacheLook(look.get().node(), cache, look.get().key()));
    }

    /** Follows the key of that number, as {@code 42} or {@code key-42}; none where the text is empty. */
    public void follow(String text) {
        Matcher key = KEY.matcher(text.strip());
        boolean none = text.isBlank();
        problem.set(none || key.matches() ? "" : text("caches.a-key-is-a-whole"));
        if (problem.get().isEmpty()) {
            long number = none ? CacheContents.NONE : Long.parseLong(key.group(1));
            set(new CacheLook(look.get().node(), look.get().cache(), number));
        }
    }

    /** Whether anybody sees what the cache holds. */
    public void show(boolean visible) {
        shown = visible;
        ask();
    }

    /** Whether this is of the cache that is open. */
    boolean isOf(CacheContents contents) {
        CacheLook now = look.get();
        return contents.node.equals(now.node()) && contents.cache == now.cache();
    }

    private void set(CacheLook next) {
        look.set(next);
        ask();
    }

    private void ask() {
        CacheLook next = shown ? look.get() : CacheLook.NONE;
        if (!next.equals(asked)) {
            asked = next;
            ask.accept(next);
        }
    }
}
