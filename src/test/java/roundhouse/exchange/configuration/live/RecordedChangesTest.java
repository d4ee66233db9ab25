package roundhouse.exchange.configuration.live;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.types.Types;

/**
 * What HAProxy 2.6.12 did on 30 November 2026 after servers had changed while nothing was picked: before the first request, or gone and
 * back between two; and which backups served by a map.
 */
class RecordedChangesTest {
    private static Recording recorded(Balancing balancing, String servers, String steps) {
        return new Recording(balancing, servers, Types.UNLIMITED, BackupUse.ALL, steps);
    }

    static List<Recording> turns() {
        Balancing turns = Balancing.of(Algorithm.HAPROXY_ROUNDROBIN);
        Balancing least = Balancing.of(Algorithm.HAPROXY_LEASTCONN);
        return List.of(
                // The first has lost its place before the second.
                recorded(turns, "1, 1, 1", "+ 1@0; + 2@1; s1=maint; s1=ready; + 3@2; + 4@1; + 5@0; + 6@2; + 7@1"),
                recorded(turns, "1, 1, 1", "s1=maint; s1=ready; + 1@1; + 2@2; + 3@0; + 4@1; + 5@2; + 6@0"),
                recorded(turns, "3, 2, 1", """
                    s1=drain; s2=maint; s1=ready; s2=ready; + 1@2; + 2@0; + 3@0; + 4@1; + 5@0; + 6@1; + 7@2; + 8@0;
                    + 9@0; + 10@1; + 11@0; + 12@1"""),
                recorded(turns, "3, 2 down, 1", """
                    s2=ready; + 1@0; + 2@2; + 3@0; + 4@1; + 5@0; + 6@0; + 7@1; + 8@2; + 9@0; + 10@1; + 11@0; + 12@0"""),
                // All were gone at once.
                recorded(turns, "3, 2, 1", """
                    s1=maint; s2=maint; s3=maint; s1=ready; s2=ready; s3=ready; + 1@0; + 2@1; + 3@0; + 4@0; + 5@1; + 6@2;
                    + 7@0; + 8@1; + 9@0; + 10@0; + 11@1; + 12@2"""),
                recorded(least, "1, 1, 1", "s1=maint; s1=ready; + 1@1; + 2@2; + 3@0; + 4@1"),
                recorded(least, "1, 1 down, 1", "s2=ready; + 1@0; + 2@2; + 3@1; + 4@0"));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void turnsAreLostThatNobodySawEnd(Recording recorded) {
        recorded.play(new LiveRun(recorded.topology()));
    }

    /** With a bound of a quarter more than its share. */
    static List<Recording> shares() {
        Balancing bounded = Balancing.of(Algorithm.HASH)
                .placed(PlacementSettings.of(Placements.HAPROXY_CONSISTENT)
                        .withHash(HashFunction.SDBM)
                        .withBalanceFactor(125));
        return List.of(recorded(bounded, "1, 1 down, 1", """
                    s2=ready; +0 1@1; +1 2@2; +2 3@0; +3 4@2; +4 5@1; +5 6@2; +6 7@1; +7 8@0; +8 9@1; +9 10@2; +10 11@2;
                    +11 12@0; +12 13@2; +13 14@0; +14 15@0"""), recorded(bounded, "1, 1, 1", """
                    s2=maint; s2=ready; +0 1@1; +1 2@2; +2 3@2; +3 4@1; +4 5@2; +5 6@1; +6 7@0; +7 8@2; +8 9@1; +9 10@2;
                    +10 11@0; +11 12@0; +12 13@2; +13 14@0; +14 15@2"""));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void aServerThatWasOffAtTheStartHasNoWeightBeforeIt(Recording recorded) {
        recorded.play(new LiveRun(recorded.topology()));
    }

    /** Without {@code allbackups}: a map as long as the first backup weighs, all weights divided by their common divisor. */
    static List<Recording> places() {
        Balancing turns = Balancing.of(Algorithm.HAPROXY_STATIC_RR);
        Balancing keys = Balancing.of(Algorithm.HASH)
                .placed(PlacementSettings.of(Placements.HAPROXY_MAP).withHash(HashFunction.SDBM));
        return List.of(
                first(turns, "3, 4 backup, 2 backup, 3 backup", """
                    s1=maint; + 1@1; + 2@1; + 3@3; + 4@1; + 5@1; + 6@1; + 7@3; + 8@1; + 9@1; + 10@1; s2=maint; + 11@2;
                    + 12@3; + 13@2; + 14@3; + 15@2; + 16@3; s2=ready; + 17@3; + 18@1; + 19@1; + 20@1; + 21@3; + 22@1;
                    s1=ready; + 23@0; + 24@0"""),
                // A single place is the first's.
                first(turns, "1, 1 backup, 5 backup, 2 backup", """
                    s1=maint; + 1@1; + 2@1; + 3@1; + 4@1; s2=maint; + 5@2; + 6@2; + 7@2; + 8@3; + 9@2; + 10@2; + 11@2;
                    s3=maint; + 12@3; + 13@3; + 14@3"""),
                // The heaviest has all of two.
                first(turns, "6, 4 backup, 2 backup, 10 backup", """
                    s1=maint; + 1@3; + 2@3; + 3@3; + 4@3; + 5@3; + 6@3; + 7@3; + 8@3"""),
                first(keys, "3, 5 backup, 7 backup, 2 backup", """
                    s1=maint; +1 1@1; +2 2@2; +3 3@2; +4 4@1; +5 5@2; +6 6@1; +7 7@2; +8 8@2; +9 9@1; +10 10@2; +11 11@2;
                    +12 12@1; s2=maint; +13 13@2; +14 14@3; +15 15@2; +16 16@2; +17 17@2; +18 18@2; +19 19@2; +20 20@2;
                    +21 21@2; +22 22@3; +23 23@2; +24 24@2"""),
                // The primary's weight counts for the divisor.
                first(keys, "3, 2 backup, 4 backup", """
                    s1=maint; +1 1@2; +2 2@2; +3 3@2; +4 4@2; +5 5@2; +6 6@2; +7 7@2; +8 8@2; +9 9@2; +10 10@2"""),
                first(keys, "2, 2 backup, 4 backup", """
                    s1=maint; +1 1@1; +2 2@1; +3 3@1; +4 4@1; +5 5@1; +6 6@1; s2=drain; +7 7@2; +8 8@2; +9 9@2; +10 10@2;
                    +11 11@2; +12 12@2; +13 13@2; +14 14@2"""));
    }

    private static Recording first(Balancing balancing, String servers, String steps) {
        return new Recording(balancing, servers, Types.UNLIMITED, BackupUse.FIRST, steps);
    }

    @ParameterizedTest
    @MethodSource("places")
    void otherBackupsHavePlacesInTheMapOfTheFirst(Recording recorded) {
        recorded.play(new LiveRun(recorded.topology()));
    }
}
