package roundhouse.simulation.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;

import org.junit.jupiter.api.Test;
import roundhouse.simulation.components.RetryBudget;
import roundhouse.topology.nodes.parts.Retries;

class RetryBudgetTest {
    private static int withdrawals(RetryBudget budget, long nowNanos) {
        int count = 0;
        while (budget.withdraw(nowNanos)) {
            count++;
        }
        return count;
    }

    @Test
    void fiveRequestsPayForOneRetry() {
        RetryBudget budget = new RetryBudget(new Retries.Budget(0.2, 0));
        for (int request = 1; request <= 50; request++) {
            budget.deposit(0);
            assertThat(withdrawals(budget, 0)).as("after request %d", request).isEqualTo(request % 5 == 0 ? 1 : 0);
        }
    }

    @Test
    void tenTenthsAreOne() {
        RetryBudget budget = new RetryBudget(new Retries.Budget(0.1, 0));
        for (int request = 0; request < 1_000; request++) {
            budget.deposit(0);
        }
        assertThat(withdrawals(budget, 0)).isEqualTo(100);
    }

    @Test
    void theFloorOfTenSecondsIsThereFromTheBeginningAndComesBack() {
        RetryBudget budget = new RetryBudget(new Retries.Budget(0, 3));
        assertThat(withdrawals(budget, 0)).isEqualTo(30);
        assertThat(withdrawals(budget, 10 * SECOND - 1)).isZero();
        assertThat(withdrawals(budget, 10 * SECOND)).isEqualTo(30);
        assertThat(withdrawals(budget, 1_000 * SECOND)).isEqualTo(30);
    }

    @Test
    void whatWasPutInIsForgottenAfterTenSeconds() {
        RetryBudget budget = new RetryBudget(new Retries.Budget(1, 0));
        budget.deposit(SECOND / 2);
        budget.deposit(5 * SECOND);
        assertThat(budget.withdraw(9 * SECOND)).isTrue();
        assertThat(budget.withdraw(14 * SECOND))
                .as("of two, one is over and one is used")
                .isFalse();
        budget.deposit(15 * SECOND);
        assertThat(budget.withdraw(18 * SECOND))
                .as("the one taken out at 9 s counts still")
                .isFalse();
        assertThat(budget.withdraw(19 * SECOND)).isTrue();
        assertThat(budget.withdraw(19 * SECOND)).isFalse();
    }
}
