package roundhouse.exchange.configuration.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import roundhouse.exchange.configuration.Shown;
import roundhouse.topology.json.Problem;

/** Parses a YAML document. Aliases stand for what they name, so far as that is not larger than any configuration. */
public final class YamlText {
    private static final int MOST_ALIASES = 1_000;
    private static final int MOST_VALUES = 200_000;
    private static final int DEEPEST = 100;

    private final List<Node> above = new ArrayList<>();
    private final List<Integer> repeated = new ArrayList<>();
    private int values;

    private YamlText() {}

    /** A document, or why it is none. */
    public sealed interface Result {
        /** @param repeated lines that name what stands elsewhere, to be merged in there */
        record Document(Yaml root, List<Integer> repeated) implements Result {
            public Document {
                repeated = List.copyOf(repeated);
            }
        }

        record Wrong(Problem problem) implements Result {}
    }

    /** What cannot be taken. */
    private static final class TooMuchException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        TooMuchException(int line, String message) {
            super(message);
            this.line = line;
        }
    }

    /** Parses a document and reads it: why nothing can be made of it, or nothing. */
    public static Optional<Problem> read(String text, Function<Result.Document, Optional<Problem>> reader) {
        return switch (parse(text)) {
            case Result.Wrong(Problem problem) -> Optional.of(problem);
            case Result.Document document -> reader.apply(document);
        };
    }

    public static Result parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(20_000_000)
                .setAllowRecursiveKeys(false)
                .setAllowDuplicateKeys(true)
                // Where a pair of surrogates stands across the end of its buffer, the reader fails: all goes into one.
                .setBufferSize(text.length() + 1)
                .build();
        try {
            Node root = new Compose(settings).composeString(text).orElse(null);
            if (root == null) {
                return new Result.Wrong(new Problem("", 0, "there is nothing in it"));
            }
            YamlText reading = new YamlText();
            Yaml value = reading.value(root, line(root));
            return new Result.Document(value, reading.repeated);
        } catch (TooMuchException e) {
            return new Result.Wrong(new Problem("", e.line, String.valueOf(e.getMessage())));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            return new Result.Wrong(
                    new Problem("", line, "this is no YAML: " + Shown.text(String.valueOf(e.getProblem()))));
        } catch (YamlEngineException e) {
            return new Result.Wrong(
                    new Problem("", 0, "this is no YAML: " + Shown.text(String.valueOf(e.getMessage()))));
        } catch (StackOverflowError e) {
            return new Result.Wrong(new Problem("", 0, "it is nested too deeply"));
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** A scalar in a block ends where the next line begins. */
    private static int last(Node node) {
        return node.getEndMark()
                .map(mark -> mark.getColumn() == 0 ? mark.getLine() : mark.getLine() + 1)
                .orElse(0);
    }

    /** @param line where its key is, or itself where it has none */
    private Yaml value(Node node, int line) throws TooMuchException {
        if (++values > MOST_VALUES) {
            throw new TooMuchException(
                    line(node), "it has more than 200,000 values, those that aliases repeat counted");
        }
        if (above.size() > DEEPEST || above.contains(node)) {
            throw new TooMuchException(line(node), "it is nested too deeply");
        }
        above.add(node);
        Yaml value = switch (node) {
            case MappingNode mapping -> mapping(mapping, line);
            case SequenceNode sequence -> {
                List<Yaml> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(value(item, line(item)));
                }
                yield new Yaml.Arr(line, items);
            }
            case ScalarNode scalar -> new Yaml.Text(line, Math.max(line, last(scalar)), scalar.getValue());
            default -> throw new TooMuchException(line(node), "this is no value");
        };
        above.removeLast();
        return value;
    }

    /** With what merge keys add. */
    private Yaml mapping(MappingNode mapping, int line) throws TooMuchException {
        Map<String, Yaml> fields = new LinkedHashMap<>();
        Map<String, Yaml> merged = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            Yaml value = value(tuple.getValueNode(), line(tuple.getKeyNode()));
            if (key.equals("<<")) {
                repeated.add(line(tuple.getKeyNode()));
                value.items().forEach(item -> item.fields().forEach(merged::putIfAbsent));
            } else {
                fields.put(key, value);
            }
        }
        merged.forEach(fields::putIfAbsent);
        return new Yaml.Obj(line, fields);
    }
}
