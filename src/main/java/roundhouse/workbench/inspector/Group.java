package roundhouse.workbench.inspector;

import java.util.List;

/**
 * Lines under one heading.
 *
 * @param title may be empty
 * @param main whether they are what people come for most
 */
record Group(String title, boolean main, List<Line> lines) {
    /** What tells whether two groups show the same fields. */
    String shape() {
        return title
                + lines.stream()
                        .map(line -> line.key() + "/" + line.caption() + "/" + line.editor())
                        .toList();
    }
}
