package roundhouse.exchange.configuration.yaml;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import roundhouse.exchange.configuration.SystemDraft;

/**
 * Tells what became of each field of a document, when all of it was read: what its reader said of it; or else that it is understood, where
 * the reader knows fields of that name; or else that it is not, with all that is in it. So nothing is dropped in silence.
 */
public final class YamlTold {
    /** In every message that says what it is. */
    private static final String TYPE = "@type";

    private static final String UNKNOWN = "no part of the model knows this field";

    /** @param paths of fields, with dots between, below a value; lists in between are passed over */
    private record Known(List<String> paths, String became) {
        private boolean has(String path) {
            return path.endsWith(TYPE)
                    || paths.stream().anyMatch(known -> known.equals(path) || known.startsWith(path + "."));
        }
    }

    private record Said(String text, String why) {}

    private final SystemDraft system;
    private final Map<String, String> reasons;
    private final IdentityHashMap<Yaml, Known> known = new IdentityHashMap<>();
    private final IdentityHashMap<Yaml, String> understood = new IdentityHashMap<>();
    private final IdentityHashMap<Yaml, String> elsewhere = new IdentityHashMap<>();
    private final IdentityHashMap<Yaml, Said> missed = new IdentityHashMap<>();

    /** @param reasons why a field of that name is not understood where no reader knows it */
    public YamlTold(SystemDraft system, Map<String, String> reasons) {
        this.system = system;
        this.reasons = reasons;
    }

    /**
     * Those fields of a value are understood, all others are not.
     *
     * @param paths names, or several with dots between
     */
    public void fields(Yaml value, String became, String... paths) {
        known.put(value, new Known(List.of(paths), became));
    }

    /** That field is understood, and became something else than its like. */
    public void understood(Yaml value, String became) {
        understood.put(value, became);
    }

    /** That field is understood, and what is in it is told of by whoever repeats it. */
    public void elsewhere(Yaml value, String became) {
        understood(value, became);
        elsewhere.put(value, became);
    }

    /** That value, and all that is in it, is not understood. */
    public void missed(Yaml value, String text, String why) {
        if (!value.isMissing()) {
            missed.putIfAbsent(value, new Said(text, why));
        }
    }

    /** Something on the line of a value that is understood is not. */
    public void except(Yaml value, String text, String why) {
        system.missed(value.line(), text, why);
    }

    /** A whole number within limits; nothing where there is none, and where it is another that is told. */
    public Optional<Integer> whole(Yaml value, int min, int max) {
        return told(value, value.whole(min, max), "a whole number from %,d to %,d is needed here".formatted(min, max));
    }

    /** A time as that language writes it; nothing where there is none, and where it is no time that can be is told. */
    public Optional<Duration> time(Yaml value, Function<String, Optional<Duration>> language) {
        return told(value, language.apply(value.text()), "no time, or one that cannot be set here");
    }

    private <T> Optional<T> told(Yaml value, Optional<T> read, String why) {
        if (read.isEmpty()) {
            missed(value, "", why);
        }
        return read;
    }

    /** Tells of a document, once everything was read. */
    public void tell(YamlText.Result.Document document) {
        document.repeated().forEach(line -> system.understood(line, "<<", "repeats what stands where it is named"));
        within(document.root(), new Known(List.of(), ""), "", document.root().line());
    }

    /** @param path of the value below the one of which there is that knowledge */
    private void within(Yaml value, Known above, String path, int line) {
        Known its = known.getOrDefault(value, above);
        String at = known.containsKey(value) ? "" : path;
        switch (value) {
            case Yaml.Obj(int _, Map<String, Yaml> fields) ->
                fields.forEach((key, field) -> field(key, field, its, at.isEmpty() ? key : at + "." + key));
            case Yaml.Arr(int _, List<Yaml> items) -> {
                for (Yaml item : items) {
                    Said said = missed.get(item);
                    if (said == null) {
                        within(item, its, at, line);
                    } else {
                        miss(item, said.text().isEmpty() ? item.text() : said.text(), said.why());
                    }
                }
            }
            // What stands on the line of its field was told of there.
            case Yaml.Text text
            when text.line() != line ->
                system.understood(text.line(), text.value(), understood.getOrDefault(text, its.became()));
            case Yaml.Text _, Yaml.Missing _ -> {}
        }
    }

    private void field(String key, Yaml field, Known above, String path) {
        String text = field.text().isEmpty() ? key : key + ": " + field.text();
        Said said = missed.get(field);
        if (said != null) {
            miss(field, said.text().isEmpty() ? text : said.text(), said.why());
        } else if (above.has(path)) {
            system.understood(field.line(), text, understood.getOrDefault(field, above.became()));
            if (!elsewhere.containsKey(field)) {
                within(field, above, path, field.line());
            }
        } else {
            miss(field, text, reasons.getOrDefault(key, UNKNOWN));
        }
    }

    private void miss(Yaml value, String text, String why) {
        system.missed(value.line(), value.last(), text, why);
    }
}
