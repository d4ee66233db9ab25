package roundhouse.topology.types;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;

/** What files may have in place of an object. */
sealed interface ShortForm<R> {
    /** Whether a value that is no object is to be read so. */
    boolean takes(Json value);

    @Nullable
    R read(Fields fields, String key);

    /** The short form, or null when the value needs the long one. */
    @Nullable
    Json write(R value);

    Json schema(Definitions definitions);

    /** One JSON value that stands for one value. */
    record Constant<R>(Json json, R value) implements ShortForm<R> {
        @Override
        public boolean takes(Json found) {
            return Json.shown(found).equals(Json.shown(json));
        }

        @Override
        public R read(Fields fields, String key) {
            return value;
        }

        @Override
        public @Nullable Json write(R other) {
            return other.equals(value) ? json : null;
        }

        @Override
        public Json schema(Definitions definitions) {
            return new JsonBuilder().put("const", json).build();
        }
    }

    /** One JSON value that is as if nothing were said. */
    record Silent<R>(Json json) implements ShortForm<R> {
        @Override
        public boolean takes(Json found) {
            return Json.shown(found).equals(Json.shown(json));
        }

        @Override
        public @Nullable R read(Fields fields, String key) {
            return null;
        }

        @Override
        public @Nullable Json write(R other) {
            return null;
        }

        @Override
        public Json schema(Definitions definitions) {
            return new JsonBuilder().put("const", json).build();
        }
    }

    /** The value of one setting, where all else is as usual. */
    record OneSetting<R, V>(Settings<R> settings, Setting<R, V> setting) implements ShortForm<R> {
        @Override
        public boolean takes(Json found) {
            return true;
        }

        @Override
        public @Nullable R read(Fields fields, String key) {
            V value = setting.type().read(fields, key);
            return value == null ? null : setting.with(settings.usual(), value);
        }

        @Override
        public @Nullable Json write(R other) {
            if (!other.equals(setting.with(settings.usual(), setting.get(other)))) {
                return null;
            }
            JsonBuilder json = new JsonBuilder();
            setting.type().write(json, setting.key(), setting.get(other));
            return json.build().fields().get(setting.key());
        }

        @Override
        public Json schema(Definitions definitions) {
            return setting.type().schema(definitions);
        }
    }

    /** A value of a plain type that makes one of the variants. */
    record Plain<T, V>(Type<V> type, Function<V, T> make, Function<T, @Nullable V> unmake) implements ShortForm<T> {
        private static final String KEY = "value";

        @Override
        public boolean takes(Json value) {
            return true;
        }

        @Override
        public @Nullable T read(Fields fields, String key) {
            V value = type.read(fields, key);
            return value == null ? null : make.apply(value);
        }

        @Override
        public @Nullable Json write(T whole) {
            V value = unmake.apply(whole);
            if (value == null) {
                return null;
            }
            JsonBuilder json = new JsonBuilder();
            type.write(json, KEY, value);
            return json.build().fields().get(KEY);
        }

        @Override
        public Json schema(Definitions definitions) {
            return type.schema(definitions);
        }
    }

    /** The word of a variant, with all else as usual. */
    record Word<T>(VariantsType<T> variants) implements ShortForm<T> {
        @Override
        public boolean takes(Json value) {
            return true;
        }

        @Override
        public @Nullable T read(Fields fields, String key) {
            String word = fields.choice(key, variants.typeWhat(), variants.words());
            return word == null ? null : variants.usual(word);
        }

        @Override
        public @Nullable Json write(T value) {
            String word = variants.word(value);
            return value.equals(variants.usual(word)) ? JsonBuilder.text(word) : null;
        }

        @Override
        public Json schema(Definitions definitions) {
            return new JsonBuilder()
                    .put(
                            "enum",
                            JsonBuilder.array(variants.words().stream()
                                    .map(JsonBuilder::text)
                                    .toList()))
                    .build();
        }
    }
}
