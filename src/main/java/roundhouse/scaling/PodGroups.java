package roundhouse.scaling;

import java.util.ArrayList;
import java.util.List;

/**
 * Replicas by what their metrics are worth.
 *
 * @param measured whose metric counts
 * @param ignored who cannot be judged yet
 * @param missing who should have a metric and has none
 */
record PodGroups(List<Pod> measured, List<Pod> ignored, List<Pod> missing) {
    /** @param cpu whether who is not ready or not warm is ignored, as for CPU only */
    static PodGroups of(List<Pod> pods, boolean cpu) {
        PodGroups groups = new PodGroups(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Pod pod : pods) {
            if (!pod.gone()) {
                groups.groupOf(pod, cpu).add(pod);
            }
        }
        return groups;
    }

    private List<Pod> groupOf(Pod pod, boolean cpu) {
        if (pod.phase() == Pod.Phase.PENDING) {
            return ignored;
        }
        if (pod.metric().isEmpty()) {
            return missing;
        }
        return cpu && !(pod.ready() && pod.warm()) ? ignored : measured;
    }

    long usage() {
        long usage = 0;
        for (Pod pod : measured) {
            usage += pod.metric().orElse(0);
        }
        return usage;
    }

    static long requests(List<Pod> pods) {
        long requests = 0;
        for (Pod pod : pods) {
            requests += pod.request();
        }
        return requests;
    }
}
