package roundhouse.workbench.caches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.observing.CacheLook;

/** Who asks the run for what, without a screen. */
class CacheModelTest {
    private final List<CacheLook> asked = new ArrayList<>();
    private final CacheModel model = new CacheModel(asked::add);

    @Test
    void theRunIsOnlyAskedWhileSomebodySeesIt() {
        model.open("redis");
        assertThat(asked).isEmpty();
        model.show(true);
        model.show(true);
        model.show(false);
        assertThat(asked).containsExactly(new CacheLook("redis", 0, CacheContents.NONE), CacheLook.NONE);
    }

    @Test
    void aKeyIsFollowedByItsNumberOrItsName() {
        model.open("redis");
        model.show(true);
        model.follow("42");
        model.follow(" key-7 ");
        model.follow("seven");
        assertThat(model.problemProperty().get()).isEqualTo("A key is a whole number, like 42 or key-42.");
        model.follow("");
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(asked).extracting(CacheLook::key).containsExactly(-1L, 42L, 7L, -1L);
    }

    @Test
    void anotherNodeBeginsWithItsFirstCacheAndTheSameStays() {
        model.show(true);
        model.open("cdn");
        model.choose(2);
        model.open("cdn");
        assertThat(model.lookProperty().get().cache()).isEqualTo(2);
        model.open("redis");
        assertThat(model.lookProperty().get()).isEqualTo(new CacheLook("redis", 0, CacheContents.NONE));
    }

    @Test
    void whatIsOfTheCacheThatWasOpenBeforeIsNotShown() {
        model.open("cdn");
        model.choose(1);
        CacheContents contents = new CacheContents();
        contents.begin("cdn", 0);
        assertThat(model.isOf(contents)).isFalse();
        contents.begin("cdn", 1);
        assertThat(model.isOf(contents)).isTrue();
    }
}
