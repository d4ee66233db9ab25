package roundhouse.workbench.importing;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.exchange.configuration.LineNote;

/** A line of what is told of an import. */
public sealed interface ImportedLine {
    /** As it is copied. */
    String plain();

    /** Begins a section of so many lines. */
    record Heading(String title, int count) implements ImportedLine {
        @Override
        public String plain() {
            return text("importing.heading", title, count);
        }
    }

    /** What became of a setting, or why nothing did. */
    record Setting(LineNote told) implements ImportedLine {
        /** {@code 12}, {@code 12–15} or {@code conf.d/shop.conf, 12}. */
        String where() {
            String lines = told.line() == told.last() ? "" + told.line() : told.line() + "–" + told.last();
            return told.file().isEmpty() ? lines : told.file() + ", " + lines;
        }

        @Override
        public String plain() {
            return told.toString();
        }
    }

    /** What no configuration says. */
    record Assumption(String plain) implements ImportedLine {}
}
