package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Balancer;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;

class GeographicTest {
    private static final int FRANKFURT = 0;
    private static final int NEW_YORK = 1;
    private static final int TOKYO = 2;
    private static final int UNPLACED = 3;

    private final Regions regions = new Regions(new double[][] {{50.1, 8.7}, {40.7, -74.0}, {35.7, 139.7}, null});
    private final Balancer balancer = new Geographic(regions);
    private final Pool pool = new Pool();
    private final TestRequest request = new TestRequest();

    @BeforeEach
    void targets() {
        pool.add("tokyo", 1, false, Pool.UNLIMITED, TOKYO);
        pool.add("frankfurt-1", 2, false, Pool.UNLIMITED, FRANKFURT);
        pool.add("frankfurt-2", 1, false, Pool.UNLIMITED, FRANKFURT);
        pool.add("new-york", 1, false, 1, NEW_YORK);
    }

    private int[] picks(int region, int count) {
        request.region = region;
        int[] picks = new int[count];
        Arrays.setAll(picks, _ -> balancer.pick(request, pool));
        return picks;
    }

    @Test
    void itsOwnRegionFirstAndSmoothTurnsWithin() {
        assertThat(picks(FRANKFURT, 6)).containsExactly(1, 2, 1, 1, 2, 1);
        assertThat(picks(TOKYO, 2)).containsExactly(0, 0);
    }

    @Test
    void spillsOverToTheNextNearestAndComesBack() {
        pool.started(3);
        assertThat(picks(NEW_YORK, 1)).containsExactly(1);
        pool.down(1, true);
        pool.down(2, true);
        assertThat(picks(NEW_YORK, 1)).containsExactly(0);
        pool.finished(3);
        assertThat(picks(NEW_YORK, 1)).containsExactly(3);
        assertThat(picks(FRANKFURT, 1)).containsExactly(3);
    }

    @Test
    void unknownPlacesGoByTheOrderOfThePool() {
        assertThat(picks(Regions.NOWHERE, 2)).containsExactly(0, 0);
        assertThat(picks(UNPLACED, 1)).containsExactly(0);
        pool.down(0, true);
        assertThat(picks(Regions.NOWHERE, 1)).containsExactly(1);
    }

    @Test
    void aBackupNearbyWaitsForThePrimariesFarAway() {
        int backup = pool.add("new-york-spare", 1, true, Pool.UNLIMITED, NEW_YORK);
        pool.started(3);
        assertThat(picks(NEW_YORK, 1)).containsExactly(1);
        for (int target = 0; target < 3; target++) {
            pool.down(target, true);
        }
        assertThat(picks(NEW_YORK, 1)).containsExactly(backup);
    }

    @Test
    void explainsByDistance() {
        request.region = FRANKFURT;
        Explanation explanation = balancer.explain(request, pool);
        assertThat(explanation.picked()).isEqualTo(1);
        assertThat(explanation.candidates().get(0).excluded()).isEqualTo("another region comes first");
        assertThat(explanation.candidates().get(1).workings()).isEqualTo("0 km; 0 + 2");
        assertThat(explanation.candidates().get(3).workings()).matches("62\\d\\d km; 0 \\+ 1");
    }
}
