package roundhouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted of lookups, and of requests to addresses that are dead. */
class NamingFiguresTest {
    private static NamingFigures counted() {
        NamingFigures figures = new NamingFigures();
        figures.lookups = 40;
        figures.fromCache = 10;
        figures.stale = 6;
        figures.negative = 4;
        figures.failed = 2;
        figures.keptByClients = 5;
        figures.queries = 24;
        for (int i = 0; i < 20; i++) {
            figures.sent(figures.target("web"));
        }
        figures.dead(figures.target("web"), 100, 130);
        return figures;
    }

    @Test
    void sharesAreOfLookupsOrOfRequests() {
        NamingFigures figures = counted();
        assertThat(NamingFigure.CACHED.of(figures)).isEqualTo(16 / 40.0);
        assertThat(NamingFigure.CACHED.part(figures)).isEqualTo(16);
        List<Double> counts = Arrays.stream(NamingFigure.values())
                .filter(figure -> figure != NamingFigure.CACHED)
                .map(figure -> figure.of(figures))
                .toList();
        assertThat(counts).containsExactly(40.0, 6.0, 4.0, 2.0, 5.0, 24.0, 20.0, 1.0);
        assertThat(NamingFigure.STALE.whole(figures)).isEqualTo(40);
        assertThat(NamingFigure.KEPT.whole(figures)).isEqualTo(20);
        assertThat(NamingFigure.CACHED.of(new NamingFigures())).isNaN();
        assertThat(NamingFigure.LOOKUPS.of(new NamingFigures())).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAPartSaysOfWhat(NamingFigure figure) {
        assertThat(figure.whole(counted()) > 0).isEqualTo(figure.isPart());
        assertThat(figure.unit() == NamingFigure.Unit.SHARE).isEqualTo(figure == NamingFigure.CACHED);
    }

    @Test
    void everyFigureHasANameOfItsOwnAndASentence() {
        List<String> keys = new ArrayList<>();
        for (NamingFigure figure : NamingFigure.values()) {
            keys.add(figure.key());
            assertThat(figure.label()).isNotBlank();
            assertThat(figure.meaning()).endsWith(".");
        }
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-z-]+"));
        keys.clear();
        for (NamedFigure figure : NamedFigure.values()) {
            keys.add(figure.key());
            assertThat(figure.label()).isNotBlank();
            assertThat(figure.meaning()).endsWith(".");
        }
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-z-]+"));
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderSaysWhatItDoes(OrderType type) {
        assertThat(type.sentence()).isNotBlank();
    }

    @Test
    void anAddressIsCountedUnderItsIdInTheOrderInWhichTheyCame() {
        NamingFigures figures = new NamingFigures();
        NamingFigures.Target web = figures.target("web");
        NamingFigures.Target store = figures.target("store");
        assertThat(figures.target("web")).isSameAs(web);
        assertThat(figures.targets()).containsExactly(web, store);
        assertThat(store.id()).isEqualTo("store");
        figures.named(List.of("store"));
        assertThat(figures.named()).containsExactly("store");
    }

    @Test
    void whoIsSentToTheDeadIsCountedFromItsLastDeathOn() {
        NamingFigures figures = new NamingFigures();
        NamingFigures.Target dead = figures.target("dead");
        NamingFigures.Target alive = figures.target("alive");
        assertThat(NamedFigure.DEAD_SHARE.of(dead)).isNaN();
        assertThat(NamedFigure.DEAD_TIME.of(dead)).isZero();
        dead.answers = 9;
        figures.sent(alive);
        send(figures, dead, 0, 10);
        figures.sent(alive);
        figures.sent(alive);
        send(figures, dead, 0, 40);
        // Two of the four from the first to the last that went to it; one that came before, and one after, do not
        // count.
        figures.sent(alive);
        assertThat(values(dead)).containsExactly(9.0, 2.0, 2.0, 0.5, 40.0);
        assertThat(values(alive).subList(0, 3)).containsExactly(0.0, 4.0, 0.0);

        // It comes back, and dies again.
        send(figures, dead, 100, 107);
        assertThat(values(dead)).containsExactly(9.0, 3.0, 3.0, 1.0, 7.0);
        send(figures, alive, 100, 101);
        assertThat(figures.toDead()).isEqualTo(4);
        assertThat(NamingFigure.TO_DEAD.of(figures)).isEqualTo(4);
        assertThat(NamingFigure.REQUESTS.of(figures)).isEqualTo(8);
    }

    private static void send(NamingFigures figures, NamingFigures.Target to, long deadSince, long now) {
        figures.sent(to);
        figures.dead(to, deadSince, now);
    }

    private static List<Double> values(NamingFigures.Target target) {
        return Arrays.stream(NamedFigure.values())
                .map(figure -> figure.of(target))
                .toList();
    }

    @Test
    void figuresOfAnAddressAreCountsAShareAndATime() {
        assertThat(Arrays.stream(NamedFigure.values()).map(NamedFigure::unit))
                .containsExactly(
                        NamingFigure.Unit.COUNT,
                        NamingFigure.Unit.COUNT,
                        NamingFigure.Unit.COUNT,
                        NamingFigure.Unit.SHARE,
                        NamingFigure.Unit.NANOS);
    }
}
