package roundhouse.topology.expectations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How what was measured must stand to the amount of an expectation. */
public enum ComparisonOperator {
    LESS("<"),
    AT_MOST("<="),
    EQUAL("="),
    AT_LEAST(">="),
    MORE(">");

    private final String sign;

    ComparisonOperator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    public boolean holds(double measured, double amount) {
        return switch (this) {
            case LESS -> measured < amount;
            case AT_MOST -> measured <= amount;
            case EQUAL -> measured == amount;
            case AT_LEAST -> measured >= amount;
            case MORE -> measured > amount;
        };
    }

    public static Optional<ComparisonOperator> of(String sign) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.sign.equals(sign))
                .findFirst();
    }

    public static List<String> signs() {
        return Arrays.stream(values()).map(ComparisonOperator::sign).toList();
    }
}
