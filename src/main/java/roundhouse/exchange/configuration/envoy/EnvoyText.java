package roundhouse.exchange.configuration.envoy;

import roundhouse.exchange.configuration.Remarks;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonPrinter;

/** YAML as it is written: two spaces for each depth. */
final class EnvoyText {
    private final StringBuilder text = new StringBuilder();

    EnvoyText line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
        return this;
    }

    EnvoyText line(int depth, String line, String remark) {
        return line(depth, line + "  " + Remarks.MARK + remark);
    }

    /** Of an extension: its name, and what type its configuration has. */
    EnvoyText extension(int depth, String name, String type) {
        line(depth, "- name: " + name);
        line(depth, "  typed_config:");
        return line(depth, "    \"@type\": type.googleapis.com/" + type);
    }

    /** As a scalar in quotes. */
    static String quoted(String word) {
        return JsonPrinter.printLine(new Json.Text(0, word));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
