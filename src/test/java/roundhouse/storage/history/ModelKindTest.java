package roundhouse.storage.history;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.history.OperationKind.APPEND;
import static roundhouse.storage.history.OperationKind.CAS;
import static roundhouse.storage.history.OperationKind.DEQUEUE;
import static roundhouse.storage.history.OperationKind.ENQUEUE;
import static roundhouse.storage.history.OperationKind.INCREMENT;
import static roundhouse.storage.history.OperationKind.READ;
import static roundhouse.storage.history.OperationKind.WRITE;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names in files, and what can be asked of what. */
class ModelKindTest {
    @Test
    void whatCanBeAskedOfThem() {
        assertThat(ModelKind.REGISTER.kinds()).containsExactly(READ, WRITE);
        assertThat(ModelKind.KV.kinds()).containsExactly(READ, WRITE, CAS, APPEND);
        assertThat(ModelKind.QUEUE.kinds()).containsExactly(ENQUEUE, DEQUEUE);
    }

    @Test
    void theFirstThatHasAllOperationsFits() {
        assertThat(ModelKind.fitting(EnumSet.of(READ))).contains(ModelKind.REGISTER);
        assertThat(ModelKind.fitting(EnumSet.of(READ, CAS))).contains(ModelKind.CAS_REGISTER);
        assertThat(ModelKind.fitting(EnumSet.of(READ, INCREMENT))).contains(ModelKind.COUNTER);
        assertThat(ModelKind.fitting(EnumSet.of(READ, APPEND))).contains(ModelKind.KV);
        assertThat(ModelKind.fitting(EnumSet.of(ENQUEUE, WRITE))).isEmpty();
    }

    @Test
    void areFoundByTheirNames() {
        assertThat(ModelKind.of("cas-register")).contains(ModelKind.CAS_REGISTER);
        assertThat(ModelKind.of("stack")).isEmpty();
        assertThat(ModelKind.keys())
                .containsExactly("register", "cas-register", "kv", "set", "queue", "mutex", "counter", "append");
        assertThat(OperationKind.of("dequeue")).contains(DEQUEUE);
        assertThat(OperationKind.of("push")).isEmpty();
        assertThat(OperationKind.all()).hasSize(12).startsWith("read", "write");
        assertThat(OperationKind.keys(List.of(READ, CAS))).isEqualTo("read, cas");
    }
}
