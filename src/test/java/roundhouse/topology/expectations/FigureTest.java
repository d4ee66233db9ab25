package roundhouse.topology.expectations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose figure it can be. */
class FigureTest {
    private static Figure figure(String name) {
        return Figure.of(name).orElseThrow();
    }

    private static String all(Figure figure) {
        StringBuilder all = new StringBuilder();
        add(all, figure, "node", Figure::needsNode);
        add(all, figure, "system", Figure::isOfSystem);
        add(all, figure, "stores", Figure::isOfStores);
        add(all, figure, "stores-only", Figure::isOfStoresOnly);
        add(all, figure, "machines", Figure::isOfMachines);
        add(all, figure, "sessions", Figure::isOfSessions);
        return all.toString().strip();
    }

    private static void add(StringBuilder all, Figure figure, String word, Predicate<Figure> is) {
        all.append(is.test(figure) ? " " + word : "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            p99 | ``
            p99 wait | node machines
            max queue | node machines
            max in-flight | node
            failed | ``
            throughput | ``
            cost | machines
            utilization | node machines
            lost sessions | machines sessions
            missed sessions | machines sessions
            hit-ratio | ``
            misses | node
            stale reads | stores
            database reads | system
            reads ended | ``
            elections | node stores stores-only
            lost acknowledged writes | stores stores-only
            availability | stores
            p99 stale age | stores stores-only
            p99 replication lag | node stores stores-only
            p99 read latency | ``
            to-dead | node
            """)
    void isOfSomeOnly(String name, String whose) {
        assertThat(all(figure(name))).isEqualTo(whose);
    }

    @ParameterizedTest
    @CsvSource({
        "HIT_RATIO, true, false",
        "MISSES, true, false",
        "STALE_READS, true, false",
        "READS_ENDED, false, false",
        "AVAILABILITY, false, true",
        "ELECTIONS, false, false",
        "DATABASE_READS, false, false"
    })
    void ofDataIsOfCachesOrOfClients(DataFigure figure, boolean caches, boolean clients) {
        assertThat(figure.isOfCaches()).isEqualTo(caches);
        assertThat(figure.isOfClients()).isEqualTo(clients);
    }

    @Test
    void aLevelSaysHowThingsStandAtAMoment() {
        assertThat(List.of(DataFigure.values()).stream().filter(DataFigure::isLevel))
                .containsExactlyInAnyOrder(DataFigure.DIRTY, DataFigure.MOST_BEHIND, DataFigure.SIBLINGS);
    }

    @ParameterizedTest
    @CsvSource({
        "hit-ratio, SHARE",
        "misses, COUNT",
        "stale reads, SHARE COUNT",
        "refused reads, SHARE COUNT",
        "elections, COUNT",
        "time without leader, TIME",
        "availability, SHARE",
        "failed, COUNT SHARE",
        "p99, TIME",
        "to-dead, COUNT SHARE",
        "cost, HOUR MILLION"
    })
    void isComparedInItsUnits(String name, String units) {
        assertThat(figure(name).units().stream().map(Amount.Unit::name)).containsExactly(units.split(" "));
    }

    @Test
    void aStatisticIsAPercentileTheMeanOrTheMost() {
        assertThat(Statistic.P999.key()).isEqualTo("p99.9");
        assertThat(Statistic.P999.percent()).isEqualTo(99.9);
        assertThat(Statistic.MEAN.percent()).isNaN();
    }
}
