package roundhouse.topology.nodes.traffic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.RequestKind;
import roundhouse.topology.forms.TypedWords;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.types.RecordItem;

/** A kind of request on a line of a form: {@code 3 /api/items host:shop.example method:POST header:x-plan=gold cookie:beta=1}. */
public final class KindShareItem extends RecordItem<KindShare> {
    private static final String COST = "cost:";
    private static final String HEADER = "header:";
    private static final String COOKIE = "cookie:";
    private static final String HOST = "host:";
    private static final String METHOD = "method:";

    public KindShareItem() {
        super(KindShare.SETTINGS);
    }

    @Override
    public String plural() {
        return "kinds of request";
    }

    @Override
    public String line(KindShare request) {
        StringBuilder line = new StringBuilder(Units.number(request.share()))
                .append(' ')
                .append(TypedWords.write(request.kind().path()));
        append(line, COST, request.cost() == 1 ? null : Units.number(request.cost()));
        append(line, HOST, request.kind().host());
        append(line, METHOD, request.kind().method());
        request.kind().headers().forEach((name, value) -> append(line, HEADER, name, value));
        request.kind().cookies().forEach((name, value) -> append(line, COOKIE, name, value));
        return line.toString();
    }

    private static void append(StringBuilder line, String prefix, @Nullable String value) {
        if (value != null) {
            line.append(' ').append(prefix).append(TypedWords.write(value));
        }
    }

    private static void append(StringBuilder line, String prefix, String name, String value) {
        line.append(' ').append(prefix).append(name).append('=').append(TypedWords.write(value));
    }

    @Override
    public Parsed<KindShare> parse(String line) {
        List<String> parts = TypedWords.read(line);
        if (parts.size() < 2) {
            return new Parsed.Wrong<>("found \"" + line + "\"; requests are written like \"3 /api/items\"");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> cookies = new LinkedHashMap<>();
        String host = null;
        String method = null;
        Parsed<Double> cost = new Parsed.Value<>(1.0);
        for (int i = 2; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.startsWith(COST)) {
                cost = Checks.SHARES.parse(part.substring(COST.length()));
                continue;
            }
            if (part.startsWith(HOST)) {
                host = part.substring(HOST.length());
                continue;
            }
            if (part.startsWith(METHOD)) {
                method = part.substring(METHOD.length());
                continue;
            }
            boolean header = part.startsWith(HEADER);
            int equals = part.indexOf('=');
            if ((!header && !part.startsWith(COOKIE)) || equals < HEADER.length()) {
                return new Parsed.Wrong<>(
                        "found \"" + part
                                + "\"; cost:NUMBER, host:NAME, method:NAME, header:NAME=VALUE or cookie:NAME=VALUE is allowed here");
            }
            String name = part.substring(HEADER.length(), equals);
            String value = part.substring(equals + 1);
            if (header) {
                headers.put(name.toLowerCase(Locale.ROOT), value);
            } else {
                cookies.put(name, value);
            }
        }
        RequestKind kind = new RequestKind(host, method, parts.get(1), headers, cookies);
        return switch (cost) {
            case Parsed.Wrong<Double>(String reason) -> new Parsed.Wrong<>(reason);
            case Parsed.Value<Double>(Double times) ->
                Parsed.map(Checks.SHARES.parse(parts.getFirst()), share -> new KindShare(share, times, kind));
        };
    }

    @Override
    public String example() {
        return "3 /api/items\n1 /img/logo.png";
    }
}
