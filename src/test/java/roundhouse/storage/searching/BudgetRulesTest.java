package roundhouse.storage.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How much a search may look at. */
class BudgetRulesTest {
    @Test
    void isOverWhenMoreIsSpentThanThereIs() {
        Budget budget = Budget.of(3);
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend(2)).isTrue();
        assertThat(budget.isOver()).isFalse();
        assertThat(budget.spend()).isFalse();
        assertThat(budget.isOver()).isTrue();
        assertThat(budget.spent()).isEqualTo(4);
        assertThat(budget.spend(0)).as("ever after").isFalse();
    }

    @Test
    void whetherItIsCancelledIsAskedNowAndThen() {
        boolean[] isCancelled = {true};
        Budget budget = new Budget(Long.MAX_VALUE, () -> isCancelled[0]);
        assertThat(budget.spend(Budget.LOOK_UP_EVERY - 1)).isTrue();
        assertThat(budget.spend()).isFalse();
        isCancelled[0] = false;
        assertThat(budget.spend(Budget.LOOK_UP_EVERY)).as("ever after").isFalse();
    }

    @Test
    void aPartIsCancelledWithIt() {
        Budget part = new Budget(Long.MAX_VALUE, () -> true).part(10_000);
        assertThat(part.spend(4_000)).isTrue();
        assertThat(part.spend(4_000)).isFalse();
        assertThat(Budget.of(1).part(10).spend(10)).as("of its own").isTrue();
    }

    @Test
    void everyReasonHasWords() {
        assertThat(Reason.Kind.ANSWERED.words()).isEqualTo("was read by");
        assertThat(Arrays.stream(Reason.Kind.values()).map(Reason.Kind::words)).doesNotHaveDuplicates();
    }
}
