package roundhouse.topology.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.guarding.Breaker;
import roundhouse.topology.settings.Checks;

/** Where a server's data is, as keepers come and go. */
class DataSettingsTest {
    private static final DataSettings USUAL = DataSettings.SETTINGS.usual();
    private static final DataSettings BOTH =
            USUAL.with(DataSettings.CACHE, List.of("c1", "c2")).with(DataSettings.STORE, "db");

    private static UnaryOperator<@Nullable String> without(String... gone) {
        return id -> Set.of(gone).contains(id) ? null : id;
    }

    private static List<String> problems(DataSettings data) {
        Problems problems = new Problems();
        DataSettings.SETTINGS.check(data, new Checks("", "it", problems));
        return problems.inOrder().stream().map(Problem::toString).toList();
    }

    @Test
    void theFirstStoreOrCacheMakesDataThatCanBe() {
        DataSettings stored = DataSettings.with(null, "db", true);
        assertThat(stored).isEqualTo(USUAL.with(DataSettings.STORE, "db"));
        DataSettings cached = DataSettings.with(null, "c1", false);
        assertThat(cached.cache()).containsExactly("c1");
        assertThat(cached.strategy()).as("the cache reads its store itself").isEqualTo(DataStrategy.READ_THROUGH);
        assertThat(problems(stored)).isEmpty();
        assertThat(problems(cached)).isEmpty();
    }

    @Test
    void aFurtherCacheIsOneMore() {
        assertThat(DataSettings.with(BOTH, "c3", false))
                .isEqualTo(BOTH.with(DataSettings.CACHE, List.of("c1", "c2", "c3")));
        assertThat(DataSettings.with(BOTH, "c2", false)).isEqualTo(BOTH);
        assertThat(DataSettings.with(BOTH, "other", true).store()).isEqualTo("other");
    }

    @Test
    void itsKeepersAreNamedOnce() {
        assertThat(BOTH.keepers()).containsExactly("c1", "c2", "db");
        assertThat(BOTH.with(DataSettings.STORE, "c1").keepers()).containsExactly("c1", "c2");
        assertThat(BOTH.with(DataSettings.STORE, null).keepers()).containsExactly("c1", "c2");
        assertThat(USUAL.keepers()).isEmpty();
    }

    @Test
    void theCachesReadAndWriteWhereTheServerHasNoStoreOrWritesBack() {
        assertThat(BOTH.cachesDoIt()).isFalse();
        assertThat(BOTH.with(DataSettings.STORE, null).cachesDoIt()).isTrue();
        assertThat(BOTH.with(DataSettings.STRATEGY, DataStrategy.WRITE_BACK).cachesDoIt())
                .isTrue();
    }

    @Test
    void keepersUnderOtherIdsAreTheSameKeepers() {
        assertThat(BOTH.keptAs(id -> id + "-1"))
                .isEqualTo(
                        BOTH.with(DataSettings.CACHE, List.of("c1-1", "c2-1")).with(DataSettings.STORE, "db-1"));
        DataSettings cached =
                BOTH.with(DataSettings.STORE, null).with(DataSettings.STRATEGY, DataStrategy.WRITE_THROUGH);
        assertThat(cached.keptAs(id -> id)).isEqualTo(cached);
    }

    @Test
    void whatIsLeftMakesSense() {
        assertThat(BOTH.keptAs(without("c1"))).isEqualTo(BOTH.with(DataSettings.CACHE, List.of("c2")));
        assertThat(BOTH.keptAs(without("db")))
                .isEqualTo(BOTH.with(DataSettings.STORE, null).with(DataSettings.STRATEGY, DataStrategy.READ_THROUGH));
        assertThat(BOTH.keptAs(without("c1", "c2", "db"))).isNull();
        DataSettings through = BOTH.with(DataSettings.STRATEGY, DataStrategy.WRITE_THROUGH);
        assertThat(through.keptAs(without("db"))).isEqualTo(through.with(DataSettings.STORE, null));
        DataSettings back = BOTH.with(DataSettings.STRATEGY, DataStrategy.WRITE_BACK);
        assertThat(back.keptAs(without("c1", "c2"))).isEqualTo(BOTH.with(DataSettings.CACHE, List.of()));
        assertThat(back.keptAs(without("c1")).strategy()).isEqualTo(DataStrategy.WRITE_BACK);
    }

    @Test
    void whatDoesNotDoTogetherIsRefused() {
        assertThat(problems(USUAL))
                .containsExactly(
                        "/store: it: cache-aside needs \"store\", like \"db\"; the server writes there itself");
        assertThat(problems(USUAL.with(DataSettings.STRATEGY, DataStrategy.READ_THROUGH)))
                .containsExactly(
                        "/store: it: it has neither a cache nor a store; one that reads and writes a store is needed");
        assertThat(problems(USUAL.with(DataSettings.STORE, "db").with(DataSettings.STRATEGY, DataStrategy.WRITE_BACK)))
                .containsExactly(
                        "/cache: it: write-back needs \"cache\", a cache that keeps what was written until it has a store");
        DataSettings through = DataSettings.with(null, "c1", false);
        assertThat(problems(through.with(DataSettings.BREAKER, Breaker.SETTINGS.usual())))
                .contains("/breaker: it: a breaker needs \"store\", which the server asks itself");
        assertThat(problems(through.with(DataSettings.VERSIONS, VersionRule.SETTINGS.usual())))
                .singleElement()
                .asString()
                .startsWith("/versions: it: versions need a server that reads its store itself");
        assertThat(problems(BOTH.with(DataSettings.BREAKER, Breaker.SETTINGS.usual())))
                .isEmpty();
    }
}
