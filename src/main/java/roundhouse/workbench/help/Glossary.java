package roundhouse.workbench.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms of the program, as {@code docs/glossary.md} has them: a line {@code - **term**: meaning} each.
 *
 * @param entries in the order of the file
 */
public record Glossary(List<Entry> entries) {
    private static final String RESOURCE = "/docs/glossary.md";
    private static final Pattern LINE = Pattern.compile("- \\*\\*(.+?)\\*\\*: (.+)");

    /**
     * One term.
     *
     * @param meaning a sentence
     */
    public record Entry(String term, String meaning) {
        /** Whether the term or its meaning contains that text, in whatever case; everything contains the empty text. */
        public boolean matches(String text) {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            return term.toLowerCase(Locale.ROOT).contains(wanted)
                    || meaning.toLowerCase(Locale.ROOT).contains(wanted);
        }
    }

    public Glossary {
        entries = List.copyOf(entries);
    }

    /** The glossary that ships with the program. */
    public static Glossary shipped() {
        try (InputStream in = Objects.requireNonNull(Glossary.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** The entries of a Markdown text; lines of another form are no entries. */
    static Glossary parse(String markdown) {
        return new Glossary(markdown.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Entry(line.group(1), line.group(2)))
                .toList());
    }
}
