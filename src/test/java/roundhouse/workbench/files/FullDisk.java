package roundhouse.workbench.files;

import java.nio.file.Path;

/**
 * Edits and saves a file where that is not possible, and says what its user would see. Arguments: the state directory and the file.
 */
final class FullDisk {
    private FullDisk() {}

    public static void main(String[] args) {
        Writer writer = new Writer(Path.of(args[0]));
        writer.files.open(Path.of(args[1]));
        writer.call("New", 10_000);
        System.out.println("kept: " + (writer.notices.currentProperty().get() == null));
        System.out.println("saved: " + writer.files.save());
        System.out.println(writer.notices.currentProperty().get());
        System.out.println("changed: " + writer.document.dirtyProperty().get() + ", "
                + writer.document.topology().name());
    }
}
