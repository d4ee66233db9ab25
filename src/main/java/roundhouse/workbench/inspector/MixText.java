package roundhouse.workbench.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import roundhouse.routing.RequestKind;
import roundhouse.topology.nodes.Clients.KindShare;
import roundhouse.topology.settings.Range;
import roundhouse.topology.settings.Units.Parsed;
import roundhouse.topology.settings.Units;

/** What users and requests are a mix of, as lines to type. */
final class MixText {
    private static final String HEADER = "header:";
    private static final String COOKIE = "cookie:";

    private MixText() {}

    /** {@code eu 3} */
    static String regions(Map<String, Double> regions) {
        return ListText.write(
                List.copyOf(regions.entrySet()), entry -> entry.getKey() + " " + Units.number(entry.getValue()));
    }

    static Parsed<Map<String, Double>> regions(String text) {
        Parsed<List<Map.Entry<String, Double>>> entries = ListText.read(text, line -> {
            String[] parts = line.split("\\s+", -1);
            return parts.length != 2
                    ? new Parsed.Wrong<>("found \"" + line + "\"; a region and its share are written like \"eu 3\"")
                    : Field.map(Forms.number(parts[1], Range.SHARE), share -> Map.entry(parts[0], share));
        });
        return Field.map(entries, list -> {
            Map<String, Double> regions = new LinkedHashMap<>();
            list.forEach(entry -> regions.put(entry.getKey(), entry.getValue()));
            return regions;
        });
    }

    /** {@code 3 /api/items header:x-plan=gold cookie:beta=1} */
    static String requests(List<KindShare> requests) {
        return ListText.write(requests, request -> {
            StringBuilder line = new StringBuilder(Units.number(request.share()))
                    .append(' ')
                    .append(request.kind().path());
            request.kind()
                    .headers()
                    .forEach((name, value) -> line.append(' ')
                            .append(HEADER)
                            .append(name)
                            .append('=')
                            .append(value));
            request.kind()
                    .cookies()
                    .forEach((name, value) -> line.append(' ')
                            .append(COOKIE)
                            .append(name)
                            .append('=')
                            .append(value));
            return line.toString();
        });
    }

    static Parsed<List<KindShare>> requests(String text) {
        return ListText.read(text, MixText::request);
    }

    private static Parsed<KindShare> request(String line) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length < 2) {
            return new Parsed.Wrong<>("found \"" + line + "\"; requests are written like \"3 /api/items\"");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> cookies = new LinkedHashMap<>();
        for (int i = 2; i < parts.length; i++) {
            String part = parts[i];
            boolean header = part.startsWith(HEADER);
            int equals = part.indexOf('=');
            if ((!header && !part.startsWith(COOKIE)) || equals < 0) {
                return new Parsed.Wrong<>(
                        "found \"" + part + "\"; header:NAME=VALUE or cookie:NAME=VALUE is allowed here");
            }
            String name = part.substring(HEADER.length(), equals);
            String value = part.substring(equals + 1);
            if (header) {
                headers.put(name.toLowerCase(Locale.ROOT), value);
            } else {
                cookies.put(name, value);
            }
        }
        return Field.map(
                Forms.number(parts[0], Range.SHARE),
                share -> new KindShare(share, new RequestKind(parts[1], headers, cookies)));
    }
}
