package roundhouse.lessons.steps;

import java.util.Arrays;
import java.util.List;
import roundhouse.lessons.figures.LineItem;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.types.ListType;

/** What is circled: a node {@code s1}, a link {@code lb → s1}, or a part of the window, {@code the charts}. */
public sealed interface LookAt {
    String text();

    record AtNode(String id) implements LookAt {
        @Override
        public String text() {
            return id;
        }
    }

    record AtLink(String from, String to) implements LookAt {
        @Override
        public String text() {
            return from + " → " + to;
        }
    }

    record AtControl(LessonControl control) implements LookAt {
        @Override
        public String text() {
            return THE + control.word();
        }
    }

    String THE = "the ";

    private static Parsed<LookAt> parse(String text) {
        String plain = text.strip().replace("->", "→");
        if (plain.startsWith(THE)) {
            String word = plain.substring(THE.length()).strip();
            List<String> words = Arrays.stream(LessonControl.values())
                    .map(LessonControl::word)
                    .toList();
            int at = words.indexOf(word);
            return at >= 0
                    ? new Parsed.Value<>(new AtControl(LessonControl.values()[at]))
                    : new Parsed.Wrong<>("unknown part of the window " + Json.quoted(word)
                            + Names.didYouMean(word, words) + "; parts are " + String.join(", ", words));
        }
        String[] ends = plain.split("→", -1);
        if (ends.length == 2 && Names.isId(ends[0].strip()) && Names.isId(ends[1].strip())) {
            return new Parsed.Value<>(new AtLink(ends[0].strip(), ends[1].strip()));
        }
        return Names.isId(plain)
                ? new Parsed.Value<>(new AtNode(plain))
                : new Parsed.Wrong<>(
                        "found " + Json.quoted(text)
                                + "; a node like \"s1\", a link like \"lb → s1\" or a part of the window like \"the charts\" is allowed");
    }

    static ListType<LookAt> list() {
        return new ListType<>(
                new LineItem<>("what to look at", "things to look at", "s1", LookAt::parse, LookAt::text));
    }
}
