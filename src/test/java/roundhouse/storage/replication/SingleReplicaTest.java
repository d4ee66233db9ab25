package roundhouse.storage.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.searching.Budget;

class SingleReplicaTest {
    @Test
    void whatWasAcknowledgedIsThereAfterACrash() {
        ReplicaNetwork network = new ReplicaNetwork(1, 1, (_, outbox) -> new SingleReplica(outbox));
        assertThat(network.ask("a", 0, true, 1, 5, false).isOk()).isTrue();
        network.crash(0);
        network.runUntil(10);
        assertThat(network.ask("a", 0, false, 1, 0, false).result).isEqualTo(StoreResult.REFUSED);
        network.start(0);
        network.runUntil(20);
        assertThat(network.ask("b", 0, false, 1, 0, false).value).isEqualTo(5);
        assertThat(network.ask("b", 0, false, 2, 0, false).value).isEqualTo(Replica.NOTHING);
        assertThat(new Checker(network.history(), Budget.of(1_000)).check(Check.LINEARIZABLE, OptionalLong.empty()))
                .isInstanceOf(HistoryVerdict.Holds.class);
    }
}
