package roundhouse.workbench.following;

import java.util.List;
import roundhouse.workbench.canvas.model.ScoreMark;

/**
 * What a balancer compares in one pick, as far as it has been shown.
 *
 * @param marks what is written on the candidates' cards
 * @param balancer the id of the node that picks
 */
record Scores(String balancer, List<ScoreMark> marks) {
    Scores {
        marks = List.copyOf(marks);
    }
}
