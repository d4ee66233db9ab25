package roundhouse.topology.stores;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.PlainType;
import roundhouse.topology.types.Types;

/** How many members must answer. */
public sealed interface QuorumSize {
    /** So many, whichever. */
    record Count(int count) implements QuorumSize {}

    /** By Cassandra's names (ConsistencyLevel.java). */
    enum Level implements QuorumSize {
        ANY,
        ONE,
        TWO,
        THREE,
        QUORUM,
        ALL,
        LOCAL_ONE,
        LOCAL_QUORUM,
        EACH_QUORUM;

        /** The name in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** As files and forms have it: a number or a name. */
    Type<QuorumSize> TYPE = new CountOrLevel();

    static QuorumSize of(int count) {
        return new Count(count);
    }

    /** A number or a level's name. */
    final class CountOrLevel extends PlainType<QuorumSize> {
        private static final Type<Integer> COUNT = Types.whole(1, 100);

        private CountOrLevel() {}

        private static List<String> words() {
            return Arrays.stream(Level.values()).map(Level::key).toList();
        }

        private static @Nullable Level level(String word) {
            return Arrays.stream(Level.values())
                    .filter(level -> level.key().equals(word))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public @Nullable QuorumSize read(Fields fields, String key) {
            if (fields.get(key) instanceof Json.Text(int _, String word)) {
                Level level = level(word);
                if (level == null) {
                    fields.wrong(
                            key,
                            "unknown level " + Json.quoted(word) + "; allowed are a number or one of "
                                    + String.join(", ", words()) + Names.didYouMean(word, words()));
                }
                return level;
            }
            Integer count = COUNT.read(fields, key);
            return count == null ? null : new Count(count);
        }

        @Override
        protected Json json(QuorumSize size) {
            return switch (size) {
                case Count(int count) -> JsonBuilder.number(count);
                case Level level -> JsonBuilder.text(level.key());
            };
        }

        @Override
        public void check(String key, QuorumSize size, Checks checks) {
            if (size instanceof Count(int count)) {
                COUNT.check(key, count, checks);
            }
        }

        @Override
        public Json.Obj schema(Definitions definitions) {
            return new JsonBuilder()
                    .put(
                            "anyOf",
                            JsonBuilder.array(List.of(
                                    COUNT.schema(definitions),
                                    new JsonBuilder()
                                            .put(
                                                    "enum",
                                                    JsonBuilder.array(words().stream()
                                                            .map(JsonBuilder::text)
                                                            .toList()))
                                            .build())))
                    .build();
        }

        @Override
        public String allowed() {
            return "a number, or one of " + String.join(", ", words());
        }

        @Override
        protected String format(QuorumSize size) {
            return size instanceof Count(int count) ? Integer.toString(count) : ((Level) size).key();
        }

        @Override
        protected Parsed<QuorumSize> parse(String text) {
            Level level = level(text);
            if (level != null) {
                return new Parsed.Value<>(level);
            }
            return text.matches("[1-9]\\d?|100")
                    ? new Parsed.Value<>(new Count(Integer.parseInt(text)))
                    : new Parsed.Wrong<>("found " + Json.quoted(text) + "; " + allowed());
        }

        @Override
        protected Editor editor() {
            return new Editor.Text("2");
        }
    }
}
