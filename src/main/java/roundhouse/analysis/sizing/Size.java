package roundhouse.analysis.sizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of a search for the cheapest design.
 *
 * @param varied the settings
 * @param along the one that was bisected; empty where each design was tried by itself
 * @param tried designs in the order in which they were tried
 * @param cheapest that meets the goals; empty when none does
 * @param designs how many there are
 * @param runs how many were made
 * @param priced whether costs are money; else they are cores
 */
public record Size(
        List<String> varied,
        Optional<String> along,
        List<Trial> tried,
        Optional<Trial> cheapest,
        long designs,
        long runs,
        boolean priced) {
    /** The designs that were tried of which no other is both cheaper and faster at the 99th percentile, the cheapest first. */
    public List<Trial> frontier() {
        List<Trial> sorted = new ArrayList<>(
                tried.stream().filter(trial -> !Double.isNaN(p99(trial))).toList());
        sorted.sort(Comparator.comparingDouble(Trial::cost).thenComparingDouble(Size::p99));
        List<Trial> frontier = new ArrayList<>();
        for (Trial trial : sorted) {
            if (frontier.isEmpty() || p99(trial) < p99(frontier.getLast())) {
                frontier.add(trial);
            }
        }
        return frontier;
    }

    private static double p99(Trial trial) {
        return trial.mean(TrialRun::p99Nanos);
    }
}
