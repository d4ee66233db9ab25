package roundhouse.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverwrittenWritesTest {
    private final KeyVersions versions = new KeyVersions();
    private final OverwrittenWrites overwritten = new OverwrittenWrites(versions);
    private final Set<Long> toBeWritten = new LinkedHashSet<>();
    private final long newer = written();

    private long written() {
        int dataset = versions.dataset("db");
        versions.write(dataset, 1, 1, 1);
        long stamp = versions.write(dataset, 1, 2, 2);
        versions.acknowledged(stamp);
        return stamp;
    }

    @BeforeEach
    void aCacheWritesLater() {
        overwritten.ask((key, stamp) -> key == 1 && toBeWritten.contains(stamp));
    }

    @Test
    void whatNobodyWritesAgainIsLost() {
        overwritten.overwritten(1, newer);
        assertThat(versions.isLost(newer)).isTrue();
    }

    @Test
    void whatACacheIsToWriteAgainIsLostWhenTheCacheLetsGoOfIt() {
        toBeWritten.add(newer);
        overwritten.overwritten(1, newer);
        overwritten.letGo();
        assertThat(versions.lostAcknowledged()).isZero();

        toBeWritten.clear();
        overwritten.letGo();
        overwritten.letGo();
        assertThat(versions.lostAcknowledged()).isOne();
    }

    @Test
    void whatWasWrittenAgainIsNotLost() {
        toBeWritten.add(newer);
        overwritten.overwritten(1, newer);
        overwritten.stored(newer);
        toBeWritten.clear();
        overwritten.letGo();
        assertThat(versions.lostAcknowledged()).isZero();
    }

    /** Its write was given up, and came after all. */
    @Test
    void whatComesAfterAllWasNotLost() {
        versions.gone(newer);
        assertThat(versions.lostAcknowledged()).isOne();
        overwritten.stored(newer);
        assertThat(versions.lostAcknowledged()).isZero();
        assertThat(versions.isLost(newer)).isFalse();
    }
}
