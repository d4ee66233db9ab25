package roundhouse.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PoolTest {
    private final Pool pool = new Pool();
    private final int a = PlainTargets.add(pool, "a", 1);
    private final int b = pool.add("b", 5, true, 2, 3);

    private void changes(boolean expected, Consumer<Pool> change) {
        int before = pool.version();
        change.accept(pool);
        assertThat(pool.version() != before).isEqualTo(expected);
    }

    @Test
    void aTargetIsWhatItWasAddedAs() {
        assertThat(pool.size()).isEqualTo(2);
        assertThat(pool.name(b)).isEqualTo("b");
        assertThat(pool.weight(b)).isEqualTo(5);
        assertThat(pool.fullWeight(b)).isEqualTo(5);
        assertThat(pool.isBackup(a)).isFalse();
        assertThat(pool.isBackup(b)).isTrue();
        assertThat(pool.limit(a)).isEqualTo(Pool.UNLIMITED);
        assertThat(pool.limit(b)).isEqualTo(2);
        assertThat(pool.region(a)).isEqualTo(Regions.NOWHERE);
        assertThat(pool.region(b)).isEqualTo(3);
        assertThat(pool.zone(a)).isNull();
        assertThat(pool.inFlight(a)).isZero();
        assertThat(pool.canTake(a) && pool.canTake(b)).isTrue();
    }

    @Test
    void thereIsRoomForManyAndAllKeepWhatTheyAre() {
        for (int target = 2; target < 100; target++) {
            pool.zone(pool.add("t" + target, target, target % 2 == 0, target, target), "z" + target);
        }
        for (int target = 2; target < 100; target++) {
            assertThat(pool.name(target)).isEqualTo("t" + target);
            assertThat(pool.weight(target)).isEqualTo(target);
            assertThat(pool.isBackup(target)).isEqualTo(target % 2 == 0);
            assertThat(pool.limit(target)).isEqualTo(target);
            assertThat(pool.region(target)).isEqualTo(target);
            assertThat(pool.zone(target)).isEqualTo("z" + target);
            assertThat(pool.isHealthy(target)).isTrue();
            assertThat(pool.isWarming(target)).isFalse();
        }
        assertThat(pool.zone(a)).isNull();
    }

    @Test
    void atItsLimitATargetTakesNoMore() {
        pool.started(b);
        assertThat(pool.canTake(b)).isTrue();
        pool.started(b);
        assertThat(pool.inFlight(b)).isEqualTo(2);
        assertThat(pool.canTake(b)).isFalse();
        assertThat(pool.canServeSticky(b)).isFalse();
        pool.finished(b);
        assertThat(pool.canTake(b)).isTrue();
        changes(true, p -> p.limit(b, 1));
        assertThat(pool.canTake(b)).isFalse();
    }

    @Test
    void whomSomebodyWaitsForIsNotPickedThoughItHasRoomAndIsThereAllTheSame() {
        int c = pool.add("c", 1, true, 2, Regions.NOWHERE);
        pool.oneBackup(true);
        changes(false, p -> p.awaited(a, true));
        assertThat(pool.canTake(a)).isFalse();
        assertThat(pool.isAwaited(a) && !pool.isAwaited(b)).isTrue();
        assertThat(pool.isOpen(a) && pool.keepsClients(a) && pool.canServeSticky(a))
                .isTrue();
        // It still is the one backup that is used.
        pool.awaited(b, true);
        pool.draining(a, true);
        assertThat(pool.canTake(b) || pool.canTake(c)).isFalse();
        pool.draining(a, false);
        pool.awaited(a, false);
        assertThat(pool.canTake(a)).isTrue();
        assertThat(pool.canTake(b)).isFalse();
    }

    @Test
    void whoIsDownOrGoneTakesNothing() {
        pool.down(a, true);
        assertThat(pool.isDown(a)).isTrue();
        assertThat(pool.canTake(a) || pool.canServeSticky(a)).isFalse();
        pool.down(a, false);
        assertThat(pool.canTake(a) && pool.canServeSticky(a)).isTrue();
        pool.remove(a);
        assertThat(pool.isRemoved(a)).isTrue();
        assertThat(pool.isRemoved(b)).isFalse();
        assertThat(pool.canTake(a) || pool.canServeSticky(a)).isFalse();
    }

    @Test
    void whoDrainsOrHasNoWeightKeepsItsClientsOnly() {
        pool.draining(a, true);
        assertThat(pool.isDraining(a)).isTrue();
        assertThat(pool.canTake(a)).isFalse();
        assertThat(pool.canServeSticky(a)).isTrue();
        pool.draining(a, false);
        pool.weight(a, 0);
        assertThat(pool.canTake(a)).isFalse();
        assertThat(pool.canServeSticky(a)).isTrue();
        pool.weight(a, 2);
        assertThat(pool.canTake(a)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pool.weight(a, -1))
                .withMessageContaining("of a");
    }

    @Test
    void healthKeepsRequestsAwayUntilEveryReasonIsGone() {
        pool.exclude(a, Exclusion.CHECKS, true);
        pool.exclude(a, Exclusion.EJECTION, true);
        assertThat(pool.isOut(a)).isTrue();
        assertThat(pool.isHealthy(a)).isFalse();
        assertThat(pool.isExcluded(a, Exclusion.CHECKS)).isTrue();
        assertThat(pool.isExcluded(a, Exclusion.FAILURES)).isFalse();
        assertThat(pool.exclusion(a)).isEqualTo("taken out by health checks");
        assertThat(pool.canTake(a) || pool.canServeSticky(a)).isFalse();
        pool.exclude(a, Exclusion.CHECKS, false);
        assertThat(pool.exclusion(a)).isEqualTo("ejected as an outlier");
        assertThat(pool.isOut(a)).isTrue();
        pool.exclude(a, Exclusion.EJECTION, false);
        assertThat(pool.isOut(a)).isFalse();
        assertThat(pool.isHealthy(a)).isTrue();
        assertThat(pool.exclusion(a)).isEmpty();
    }

    @Test
    void inAPanicHealthIsDisregardedForPrimariesAndBackupsApart() {
        pool.exclude(a, Exclusion.FAILURES, true);
        pool.exclude(b, Exclusion.FAILURES, true);
        pool.panic(false, true);
        assertThat(pool.isPanicking(a)).isTrue();
        assertThat(pool.isPanicking(b)).isFalse();
        assertThat(pool.panics(false)).isTrue();
        assertThat(pool.panics(true)).isFalse();
        assertThat(pool.isOut(a)).isFalse();
        assertThat(pool.isHealthy(a)).as("as ill as before").isFalse();
        assertThat(pool.isOut(b)).isTrue();
        pool.panic(true, true);
        pool.panic(false, false);
        assertThat(pool.isOut(a)).isTrue();
        assertThat(pool.isOut(b)).isFalse();
    }

    @Test
    void whoBecomesABackupPanicsAsBackupsDo() {
        pool.exclude(a, Exclusion.FAILURES, true);
        pool.panic(true, true);
        assertThat(pool.isOut(a)).isTrue();
        pool.backup(a, true);
        assertThat(pool.isBackup(a)).isTrue();
        assertThat(pool.isOut(a)).isFalse();
        pool.backup(a, false);
        assertThat(pool.isOut(a)).isTrue();
    }

    @Test
    void whileAnyoneWarmsUpWeightsCountInSixteenths() {
        pool.warming(a, 4);
        assertThat(pool.isWarming(a)).isTrue();
        assertThat(pool.weight(a)).isEqualTo(4);
        assertThat(pool.weight(b)).isEqualTo(80);
        assertThat(pool.fullWeight(a)).isEqualTo(1);
        pool.warming(b, 8);
        pool.warming(a, 16);
        assertThat(pool.weight(a)).isEqualTo(16);
        assertThat(pool.weight(b)).isEqualTo(40);
        pool.weight(a, 2);
        assertThat(pool.weight(a)).isEqualTo(32);
        assertThat(pool.weight(PlainTargets.add(pool, "new", 3))).isEqualTo(48);
        pool.warming(b, 16);
        assertThat(pool.weight(a)).isEqualTo(2);
        assertThat(pool.weight(b)).isEqualTo(5);
        pool.warming(a, 1);
        assertThat(pool.weight(a)).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> pool.warming(a, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> pool.warming(a, 17));
    }

    @Test
    void itsVersionChangesWithWhatItIsAndNotWithRequests() {
        changes(true, p -> PlainTargets.add(p, "c", 1));
        changes(true, p -> p.weight(a, 2));
        changes(true, p -> p.down(a, true));
        changes(true, p -> p.draining(a, true));
        changes(true, p -> p.backup(a, true));
        changes(true, p -> p.zone(a, "z"));
        changes(false, p -> p.zone(a, "z"));
        changes(true, p -> p.warming(a, 3));
        changes(false, p -> p.warming(a, 3));
        changes(true, p -> p.exclude(a, Exclusion.CHECKS, true));
        changes(false, p -> p.exclude(a, Exclusion.EJECTION, true));
        changes(true, p -> p.panic(true, true));
        changes(false, p -> p.started(a));
        changes(false, p -> p.finished(a));
        changes(true, p -> p.remove(a));
    }

    @Test
    void oneBackupIsTheFirstThatIsWellHoweverBusy() {
        int c = pool.add("c", 1, true, Pool.UNLIMITED, Regions.NOWHERE);
        int d = pool.add("d", 1, true, Pool.UNLIMITED, Regions.NOWHERE);
        assertThat(pool.canTake(b) && pool.canTake(c) && pool.canTake(d)).isTrue();
        changes(true, p -> p.oneBackup(true));
        assertThat(pool.isBehind(b)).isFalse();
        assertThat(pool.isBehind(c) && pool.isBehind(d)).isTrue();
        assertThat(pool.canTake(a) && pool.canTake(b)).isTrue();
        assertThat(pool.canTake(c) || pool.canTake(d)).isFalse();
        pool.started(b);
        pool.started(b);
        assertThat(pool.canTake(b) || pool.canTake(c)).isFalse();
        pool.exclude(b, Exclusion.CHECKS, true);
        assertThat(pool.canTake(c)).isTrue();
        assertThat(pool.canTake(d)).isFalse();
        pool.draining(c, true);
        assertThat(pool.canTake(d)).isTrue();
        pool.draining(c, false);
        pool.weight(c, 0);
        assertThat(pool.canTake(d)).isTrue();
        pool.backup(a, true);
        assertThat(pool.canTake(a)).isTrue();
        assertThat(pool.canTake(d)).isFalse();
        pool.oneBackup(false);
        assertThat(pool.canTake(a) && pool.canTake(d)).isTrue();
    }

    @Test
    void backupsBehindTheFirstAreTakenWhereTheyShareItsPlaces() {
        int c = pool.add("c", 1, true, Pool.UNLIMITED, Regions.NOWHERE);
        pool.oneBackup(true);
        changes(true, p -> p.sharesPlaces(true));
        assertThat(pool.canTake(b) && pool.canTake(c)).isTrue();
        assertThat(pool.isBehind(c)).isTrue();
        assertThat(pool.isOpen(c)).isFalse();
        pool.draining(c, true);
        assertThat(pool.canTake(c)).isFalse();
        pool.draining(c, false);
        changes(true, p -> p.sharesPlaces(false));
        assertThat(pool.canTake(c)).isFalse();
    }
}
