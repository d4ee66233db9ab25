package roundhouse.topology.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;

/**
 * Collects the declarations of a record's settings, beside the record. Their order is that of files and forms.
 *
 * <pre>{@code
 * private static final Declarations<ColdStart> DECLARED = Declarations.of(ColdStart.class, "a cold start");
 * public static final Setting<ColdStart, Double> FACTOR = DECLARED
 *         .setting("factor", ColdStart::factor, Types.number(1, 1_000))
 *         .says("Times slower", "How many times as long a request takes at first.")
 *         .required("5", 1.0);
 * public static final Settings<ColdStart> SETTINGS = DECLARED.settings();
 * }</pre>
 */
public final class Declarations<R> {
    private final String what;
    private final RecordShape<R> shape;
    private final List<Part<R>> parts = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private BiConsumer<R, Checks> checks = (_, _) -> {};
    private String title = "";
    private String plural = "";
    private String description = "";
    private Json.@Nullable Obj schema;

    private Declarations(Class<R> type, String what) {
        this.what = what;
        shape = new RecordShape<>(type);
    }

    /**
     * @param what one of these, as messages call it: "a server"
     */
    public static <R> Declarations<R> of(Class<R> type, String what) {
        return new Declarations<>(type, what);
    }

    /** What it is, in a sentence, for the schema and the reference. */
    public Declarations<R> described(String sentence) {
        description = sentence;
        return this;
    }

    /** What people call one of these, and several. */
    public Declarations<R> titled(String one, String several) {
        title = one;
        plural = several;
        return this;
    }

    /** The order of a form's sections, where it is not that of the declarations. */
    public Declarations<R> sections(String... titles) {
        sections.addAll(List.of(titles));
        return this;
    }

    /** Says in files which kind of thing it is. */
    public Declarations<R> constant(String key, String value) {
        parts.add(new Constant<>(key, value));
        return this;
    }

    /** Two components that hold the ends of a link, in a list under one key. */
    public Declarations<R> pair(
            String key,
            String first,
            Function<R, String> from,
            String second,
            Function<R, String> to,
            Type<String> id) {
        parts.add(new PairPart<>(key, shape.indexOf(first), shape.indexOf(second), from, to, id));
        return this;
    }

    /** A component that is always the same and not said in files. */
    public Declarations<R> fixed(String component, Object value) {
        parts.add(new Fixed<>(shape.indexOf(component), value));
        return this;
    }

    /** The settings of a component, to stand among the record's own and in one section of its form. */
    public <C> Inlined<R, C> inlined(String component, Function<R, C> getter, Settings<C> settings, String section) {
        Inlined<R, C> inlined = new Inlined<>(shape, component, getter, settings, section);
        parts.add(inlined);
        return inlined;
    }

    /** What one setting cannot say: what several of them must be together. */
    public Declarations<R> check(BiConsumer<R, Checks> check) {
        checks = check;
        return this;
    }

    /** What the schema says of several settings together. */
    public Declarations<R> schema(Json.Obj together) {
        schema = together;
        return this;
    }

    /**
     * A setting of the component of its name.
     *
     * @param key its key in files; the component's name is the same in camel case
     */
    public <V extends @Nullable Object> Draft<V> setting(String key, Function<R, V> getter, Type<V> type) {
        return new Draft<>(key, getter, type);
    }

    /**
     * All that was declared.
     *
     * @throws IllegalArgumentException when a component has no declaration, or two
     */
    public Settings<R> settings() {
        return new Settings<>(
                new Settings.Words(what, title, plural, description),
                shape,
                List.copyOf(parts),
                List.copyOf(sections),
                checks,
                schema);
    }

    /** A setting that is being declared; the last call says what it is where a file is silent. */
    public final class Draft<V extends @Nullable Object> {
        private final String key;
        private final Function<R, V> getter;
        private final Type<V> type;
        private String component;
        private String label = "";
        private String help = "";
        private String section = "";
        private @Nullable String when;
        private Predicate<R> applies = _ -> true;
        private @Nullable BiFunction<R, V, R> edit;
        private boolean written;
        private boolean hidden;

        private Draft(String key, Function<R, V> getter, Type<V> type) {
            this.key = key;
            this.getter = getter;
            this.type = type;
            component = camelCase(key);
        }

        /** Its name and what it means, for people. */
        public Draft<V> says(String itsLabel, String itsHelp) {
            label = itsLabel;
            help = itsHelp;
            return this;
        }

        /** The heading it stands under in a form. */
        public Draft<V> under(String title) {
            section = title;
            return this;
        }

        /** The component, where it is not called as the key. */
        public Draft<V> component(String name) {
            component = name;
            return this;
        }

        /** Means something only then; forms leave it out otherwise. */
        public Draft<V> when(String words, Predicate<R> test) {
            when = words;
            applies = test;
            return this;
        }

        /** What else an edit of it in a form changes. */
        public Draft<V> editedBy(BiFunction<R, V, R> change) {
            edit = change;
            return this;
        }

        /** Is written even where it is as usual. */
        public Draft<V> alwaysWritten() {
            written = true;
            return this;
        }

        /** Is not edited in forms. */
        public Draft<V> hidden() {
            hidden = true;
            return this;
        }

        /** Is that where a file is silent. */
        public Setting<R, V> usually(V value) {
            return add(new Setting.Silence<>(value, null, null), null);
        }

        /** Is missing where a file is silent. */
        public Setting<R, V> usuallyMissing() {
            return add(new Setting.Silence<>(null, null, null), null);
        }

        /** Follows from the other settings where a file is silent. {@code words} say how, {@code first} is any value. */
        public Setting<R, V> usually(String words, @Nullable V first, Function<R, V> follows) {
            return add(new Setting.Silence<>(first, null, follows), words);
        }

        /** Must be said. {@code example} shows how to write it; {@code standIn} is any value to go on reading with. */
        public Setting<R, V> required(String example, V standIn) {
            return add(new Setting.Silence<>(standIn, example, null), null);
        }

        private Setting<R, V> add(Setting.Silence<R, V> silence, @Nullable String follows) {
            SettingText text = new SettingText(key, label, help, section, when, follows, written, hidden);
            Setting<R, V> setting =
                    new Setting<>(shape, shape.indexOf(component), getter, type, text, silence, applies, edit);
            parts.add(setting);
            return setting;
        }

        private static String camelCase(String kebab) {
            StringBuilder camel = new StringBuilder();
            for (String word : kebab.split("-", -1)) {
                camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            return camel.toString();
        }
    }
}
