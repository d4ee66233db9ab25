package roundhouse.topology.reference;

import java.util.List;

/** The reference as the Markdown that ships in {@code docs/reference.md}. */
public final class ReferenceMarkdown {
    private ReferenceMarkdown() {}

    public static String text() {
        StringBuilder text = new StringBuilder("""
                # Reference

                Every setting of a topology file, every command of its scenario and every figure that an expectation can name. This page is made from the declarations in the program, as are the JSON Schema, the inspector's forms and `roundhouse describe`; README.md has the command that writes it anew. The words are those of the [glossary](glossary.md).

                **Settings of a node or a link can be named** as `ID.KEY` and `FROM→TO.KEY`, with a dot before each part: `s1.cores`, `lb.checks.fall`, `users.arrivals.rate`, `lb→s1.weight`.
                """);
        text.append("\n## Settings\n");
        chapters(text, Reference.settings(), "Usually");
        text.append("\n## Commands of the scenario\n\n")
                .append(
                        "Each also has `at`: when it comes, from the start of the run. On the command line they are written ")
                .append("`--do \"10s crash s1 how=black-hole\"`.\n");
        chapters(text, Reference.commands(), "Usually");
        Chapter figures = Reference.figures();
        text.append("\n## Figures\n\n").append(figures.description()).append('\n');
        table(text, figures, "Without a node");
        return text.toString();
    }

    private static void chapters(StringBuilder text, List<Chapter> chapters, String third) {
        for (Chapter chapter : chapters) {
            text.append("\n### ").append(chapter.title()).append("\n");
            if (!chapter.description().isEmpty()) {
                text.append('\n').append(chapter.description()).append('\n');
            }
            if (!chapter.rows().isEmpty()) {
                table(text, chapter, third);
            }
        }
    }

    private static void table(StringBuilder text, Chapter chapter, String third) {
        text.append("\n| Key | Allowed | ").append(third).append(" | Meaning |\n|---|---|---|---|\n");
        for (Chapter.Row row : chapter.rows()) {
            String usually = row.usually().isEmpty() ? "**required**" : row.usually();
            text.append("| `")
                    .append(row.key().replace(", ", "`, `"))
                    .append("` | ")
                    .append(escaped(row.allowed()))
                    .append(" | ")
                    .append(escaped(usually))
                    .append(" | ")
                    .append(escaped(row.meaning()))
                    .append(" |\n");
        }
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replace("\n", " ");
    }
}
