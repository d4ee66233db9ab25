package roundhouse.workbench.canvas.model;

import java.util.List;

/**
 * The request that is followed, as the canvas shows it.
 *
 * @param spot where it is
 * @param part how far it has got on its link, 0 to 1 of what it gets there
 * @param passed where it was before, in order
 * @param marks what is written on cards meanwhile
 */
public record FollowedRequest(Spot spot, double part, List<Spot> passed, List<ScoreMark> marks) {
    public FollowedRequest {
        passed = List.copyOf(passed);
        marks = List.copyOf(marks);
    }
}
