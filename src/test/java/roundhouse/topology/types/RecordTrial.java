package roundhouse.topology.types;

import java.util.List;
import java.util.Objects;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Settings;

/** A record by its settings: out of an object of a file, into one, checked, and in a form. */
public final class RecordTrial<R> {
    private final Settings<R> settings;

    public RecordTrial(Settings<R> settings) {
        this.settings = settings;
    }

    /** What a file has, which must be right. */
    public R read(String object) {
        Problems problems = new Problems();
        R read = read(object, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.inOrder().toString());
        }
        return read;
    }

    private R read(String object, Problems problems) {
        return settings.read(Objects.requireNonNull(
                Fields.of(TypeTrial.json(object), "", problems, settings.what()), () -> "no object: " + object));
    }

    /** What is wrong with what a file has: where, and what. */
    public List<String> refusal(String object) {
        Problems problems = new Problems();
        R read = read(object, problems);
        settings.check(read, new Checks("", "it", problems));
        return problems.inOrder().stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    public List<String> checked(R value) {
        Problems problems = new Problems();
        settings.check(value, new Checks("", "it", problems));
        return problems.inOrder().stream().map(Problem::message).toList();
    }

    public String written(R value) {
        return JsonPrinter.printLine(settings.json(value));
    }

    /** The keys of what a form shows of it. */
    public List<String> shown(R value) {
        return settings.fields(value, "").stream().map(FormField::key).toList();
    }
}
