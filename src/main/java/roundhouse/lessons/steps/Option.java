package roundhouse.lessons.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.lessons.figures.Claim;
import roundhouse.lessons.figures.LineItem;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.RecordItem;
import roundhouse.topology.types.Types;

/**
 * One of several answers to choose from.
 *
 * @param when what the run must be like for it to be right; empty for one that never is
 * @param says what is said to whoever chose it, when it is known whether it is right
 */
public record Option(String text, List<Claim> when, Passage says) {
    private static final Declarations<Option> DECLARED = Declarations.of(Option.class, "a choice");

    public static final Setting<Option, String> TEXT = DECLARED.setting("text", Option::text, Types.line())
            .says("Text", "What can be chosen.")
            .required("\"Both wait as long\"", "choice");
    public static final Setting<Option, List<Claim>> WHEN = DECLARED.setting(
                    "when", Option::when, new ListType<>(LineItem.claim()))
            .says(
                    "Right when",
                    "What must be true of the run for it to be right, all of these; without any it never is.")
            .usually(List.of());
    public static final Setting<Option, Passage> SAYS = DECLARED.setting("says", Option::says, Passage.type())
            .says("Says", "What is said to whoever chose it, once the run has shown it.")
            .usually(Passage.EMPTY);
    public static final Settings<Option> SETTINGS = DECLARED.settings();

    public Option {
        when = List.copyOf(when);
    }

    /** Choices, in forms a line each: {@code text | claim; claim | what is said}. */
    static ListType<Option> list() {
        return ListType.ofSome(new Item());
    }

    private static final class Item extends RecordItem<Option> {
        Item() {
            super(SETTINGS);
        }

        @Override
        public String plural() {
            return "choices";
        }

        @Override
        public String line(Option option) {
            String when =
                    String.join("; ", option.when().stream().map(Claim::text).toList());
            String says = option.says().text().replace('\n', ' ');
            return option.text() + " | " + when + (says.isEmpty() ? "" : " | " + says);
        }

        @Override
        public Parsed<Option> parse(String line) {
            String[] parts = line.split("\\|", -1);
            if (parts.length > 3 || parts[0].isBlank()) {
                return new Parsed.Wrong<>("found " + Json.quoted(line)
                        + "; a choice is its text, when it is right, and what is said then, with | between");
            }
            List<Claim> when = new ArrayList<>();
            for (String claim : parts.length < 2
                    ? List.<String>of()
                    : Arrays.stream(parts[1].split(";", -1)).toList()) {
                if (claim.isBlank()) {
                    continue;
                }
                switch (Claim.parse(claim.strip())) {
                    case Parsed.Value<Claim>(Claim read) -> when.add(read);
                    case Parsed.Wrong<Claim>(String reason) -> {
                        return new Parsed.Wrong<>(reason);
                    }
                }
            }
            return new Parsed.Value<>(
                    new Option(parts[0].strip(), when, new Passage(parts.length < 3 ? "" : parts[2].strip())));
        }

        @Override
        public String example() {
            return "Yes | p99 < 200ms | Right: {p99}.\nNo";
        }
    }
}
