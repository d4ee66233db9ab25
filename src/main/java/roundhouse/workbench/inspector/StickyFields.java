package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Sticky.By;
import roundhouse.topology.nodes.Sticky.WhenFull;
import roundhouse.topology.nodes.Sticky;
import roundhouse.topology.settings.Range;
import roundhouse.workbench.inspector.Editor.Option;

/** What keeps a client on the target it was first given, and the table that remembers it. */
final class StickyFields {
    /** What stickiness by header begins with. */
    private static final String HEADER = "x-user";

    private static final List<Option> BY = List.of(
            new Option("off", "Off", "Each pick is free."),
            new Option("address", "By address", "A client's address stays with its first target."),
            new Option("cookie", "By cookie", "A session stays with its first target; layer 7 only."),
            new Option("header", "By header", "A header's value stays with its first target; layer 7 only."));
    private static final List<Option> WHEN_FULL = List.of(
            new Option("purge", "Purge the oldest", "Forgets the entry that was unused for longest."),
            new Option("keep", "Keep all", "Does not remember the new one."));

    private StickyFields() {}

    static List<Field<Sticky>> of(Sticky current) {
        List<Field<Sticky>> fields = new ArrayList<>();
        fields.add(Forms.choice(
                "sticky",
                "Sticky sessions",
                "What keeps a client on the target it was first given.",
                BY,
                sticky -> sticky.by().key(),
                StickyFields::by));
        if (current.by() == By.HEADER) {
            fields.add(Forms.text(
                    "sticky.header",
                    "Header",
                    "The name of the header whose value is remembered.",
                    StickyFields::header,
                    (s, v) -> new Sticky(s.by(), v, s.life(), s.size(), s.whenFull())));
        }
        if (hasTable(current.by())) {
            fields.addAll(table());
        }
        return fields;
    }

    private static List<Field<Sticky>> table() {
        return List.of(
                Forms.optionalDuration(
                        "for ever",
                        "sticky.life",
                        "Entry life",
                        "An entry of the stick table that is unused for so long is forgotten.",
                        Sticky::life,
                        (s, v) -> new Sticky(s.by(), s.header(), v, s.size(), s.whenFull())),
                Forms.whole(
                        "sticky.size",
                        "Table size",
                        "Entries the stick table holds.",
                        Range.STICKY_SIZE,
                        Sticky::size,
                        (s, v) -> new Sticky(s.by(), s.header(), s.life(), v, s.whenFull())),
                Forms.choice(
                        "sticky.when-full",
                        "When full",
                        "What a full stick table does with a new client.",
                        WHEN_FULL,
                        sticky -> sticky.whenFull() == WhenFull.KEEP ? "keep" : "purge",
                        (s, v) -> new Sticky(
                                s.by(),
                                s.header(),
                                s.life(),
                                s.size(),
                                v.equals("keep") ? WhenFull.KEEP : WhenFull.PURGE)));
    }

    /** Stickiness by something else; a table keeps its settings where there is one before and after. */
    private static Sticky by(Sticky before, String word) {
        By by = Stream.of(By.values())
                .filter(its -> its.key().equals(word))
                .findFirst()
                .orElseThrow();
        Sticky base = hasTable(by) && hasTable(before.by()) ? before : Sticky.of(by);
        @Nullable String header = by == By.HEADER ? header(before) : null;
        return new Sticky(by, header, base.life(), base.size(), base.whenFull());
    }

    private static boolean hasTable(By by) {
        return by == By.ADDRESS || by == By.HEADER;
    }

    private static String header(Sticky sticky) {
        return sticky.header() == null ? HEADER : sticky.header();
    }
}
