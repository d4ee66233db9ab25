package roundhouse.workbench.files;

import java.nio.file.Path;

/** Edits on and on, and says the number of each edit once it is kept. Arguments: the state directory, and a file or none. */
final class EndlessEditing {
    private EndlessEditing() {}

    public static void main(String[] args) {
        Writer writer = new Writer(Path.of(args[0]));
        if (args.length > 1) {
            writer.files.open(Path.of(args[1]));
        }
        for (int i = 1; ; i++) {
            // As long as a description may be, so that most of the time is spent writing.
            writer.call(String.valueOf(i), 10_000);
            System.out.println(i);
        }
    }
}
