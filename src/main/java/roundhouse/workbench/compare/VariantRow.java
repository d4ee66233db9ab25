package roundhouse.workbench.compare;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.ComparedSide;
import roundhouse.analysis.RunComparison;

/**
 * A design with one thing otherwise, compared with the design as it is.
 *
 * @param title of what is otherwise
 * @param words about it; empty where there is nothing to say
 * @param design what was run
 * @param comparison null for the design as it is, and where it has not been run to the end yet
 * @param side its own figures, so far while it runs; null where it has not been run yet
 */
record VariantRow(
        String title,
        String words,
        ComparedDesign design,
        @Nullable RunComparison comparison,
        @Nullable ComparedSide side) {
    /** Not run yet. */
    static VariantRow of(String title, String words, ComparedDesign design) {
        return new VariantRow(title, words, design.named(title), null, null);
    }

    /** The design as it is, or one that runs still. */
    VariantRow measured(ComparedSide figures) {
        return new VariantRow(title, words, design, null, figures);
    }

    VariantRow compared(RunComparison result) {
        return new VariantRow(title, words, design, result, result.b());
    }

    String mean() {
        return latency(side == null ? 0 : side.latency().meanNanos());
    }

    String p99() {
        return latency(side == null ? 0 : (double) side.latency().p99Nanos());
    }

    private String latency(double nanos) {
        return side == null ? "" : side.hasReplies() ? Row.time(nanos) : "no replies";
    }

    String succeeded() {
        if (side == null) {
            return "";
        }
        long all = side.outcomes().values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? "no requests" : Row.percent((double) side.latency().count() / all);
    }

    /** How much slower or faster it answers than the design as it is. */
    String difference() {
        return comparison == null || comparison.goodPairs() == 0
                ? ""
                : Row.signed(comparison.latency().difference(), Row::time) + " "
                        + Row.half(comparison.latency().paired(), Row::time);
    }

    /** Whether that is better: by latency, and by success where that is sure. */
    String verdict() {
        return comparison == null
                ? ""
                : success()
                        .map(tone -> tone == Row.Tone.BETTER ? "fewer fail" : "more fail")
                        .orElseGet(() -> comparison.latencyJudgement().words());
    }

    Row.Tone tone() {
        return comparison == null
                ? Row.Tone.NEITHER
                : success().orElseGet(() -> Row.Tone.of(comparison.latencyJudgement()));
    }

    /** Requests that fail weigh more than any latency of those that do not. */
    private Optional<Row.Tone> success() {
        return comparison == null
                ? Optional.empty()
                : Optional.of(Row.Tone.of(comparison.successJudgement())).filter(tone -> tone != Row.Tone.NEITHER);
    }
}
