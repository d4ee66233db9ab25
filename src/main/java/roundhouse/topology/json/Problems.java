package roundhouse.topology.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong. After a hundred it stops listening: nobody reads more, and a file of nonsense has millions. */
public final class Problems {
    private static final int ENOUGH = 100;

    private final List<Problem> found = new ArrayList<>();

    public void add(String pointer, int line, String message) {
        if (!full()) {
            found.add(problem(pointer, line, message));
        }
    }

    /** A problem whose pointer fits on the line with the message, whatever the keys of the file are. */
    public static Problem problem(String pointer, int line, String message) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < Math.min(pointer.length(), 200); i++) {
            plain.append(Names.printable(pointer.charAt(i)) ? pointer.charAt(i) : '?');
        }
        return new Problem(plain.toString(), line, message);
    }

    public void add(String pointer, String message) {
        add(pointer, 0, message);
    }

    public boolean full() {
        return found.size() >= ENOUGH;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the text. */
    public List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
