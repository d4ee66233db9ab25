package roundhouse.storage.leaderless;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Which replicas of a key send it to whom when its replicas become others. */
public final class KeyMoves {
    /** Hears of one that sends the key and one that lacks it. */
    @FunctionalInterface
    public interface Each {
        void moves(int source, int receiver);
    }

    private KeyMoves() {}

    /**
     * Those that give the key up come first, each for one receiver; then those that keep it.
     *
     * @param had the replicas until then, by preference
     * @param have the replicas from then on
     * @param canSend whether a replica can send what it has, or is gone for good
     */
    public static void between(int[] had, int[] have, IntPredicate canSend, Each each) {
        int[] sources = sources(had, have, canSend);
        int used = 0;
        for (int receiver : have) {
            if (!contains(had, receiver) && sources.length > 0) {
                each.moves(sources[Math.min(used++, sources.length - 1)], receiver);
            }
        }
    }

    private static int[] sources(int[] had, int[] have, IntPredicate canSend) {
        int[] sources = new int[had.length];
        int count = 0;
        for (boolean keeps : new boolean[] {false, true}) {
            for (int member : had) {
                if (contains(have, member) == keeps && canSend.test(member)) {
                    sources[count++] = member;
                }
            }
        }
        return Arrays.copyOf(sources, count);
    }

    private static boolean contains(int[] members, int member) {
        return Arrays.stream(members).anyMatch(each -> each == member);
    }
}
