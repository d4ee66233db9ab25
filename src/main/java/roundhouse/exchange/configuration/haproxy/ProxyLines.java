package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.hashing.mirrors.UriKey;
import roundhouse.routing.Failure;

/** Reads lines of a proxy that concern all its servers into its settings, and tells what became of each. */
final class ProxyLines {
    private static final Map<String, ProxySettings.Time> TIMES = Map.ofEntries(
            Map.entry("connect", ProxySettings.Time.CONNECT),
            Map.entry("server", ProxySettings.Time.SERVER),
            Map.entry("client", ProxySettings.Time.CLIENT),
            Map.entry("queue", ProxySettings.Time.QUEUE),
            Map.entry("check", ProxySettings.Time.CHECK),
            Map.entry("http-keep-alive", ProxySettings.Time.KEEP_ALIVE),
            Map.entry("tarpit", ProxySettings.Time.TARPIT));
    private static final Map<String, Set<Failure>> RETRIED = Map.ofEntries(
            Map.entry("conn-failure", EnumSet.of(Failure.REFUSED)),
            Map.entry("empty-response", EnumSet.of(Failure.BROKEN)),
            Map.entry("response-timeout", EnumSet.of(Failure.TIMED_OUT)),
            Map.entry("503", EnumSet.of(Failure.REJECTED)),
            Map.entry("500", EnumSet.of(Failure.HTTP_5XX)),
            Map.entry("502", EnumSet.of(Failure.HTTP_5XX)),
            Map.entry("504", EnumSet.of(Failure.HTTP_5XX)),
            Map.entry("all-retryable-errors", EnumSet.allOf(Failure.class)));

    private final ProxySettings proxy;
    private final SystemDraft system;

    ProxyLines(ProxySettings proxy, SystemDraft system) {
        this.proxy = proxy;
        this.system = system;
    }

    /** Whether the line is one of these. */
    boolean read(HaproxyLine line) {
        return switch (line.keyword()) {
            case "mode" -> mode(line);
            case "balance" -> balance(line);
            case "hash-type" -> hashType(line);
            case "hash-balance-factor" -> {
                proxy.balanceFactor = whole(line.word(1), 0, 65_535).orElse(0);
                yield understood(line, "a bound on load");
            }
            case "timeout" -> timeout(line);
            case "retries" -> {
                Optional<Integer> retries = whole(line.word(1), 0, 99);
                proxy.retries = retries.orElse(proxy.retries);
                yield retries.isPresent()
                        ? understood(line, "times a request is given to a server again")
                        : missed(line, "a whole number from 0 to 99 is needed here");
            }
            case "no" -> noOption(line);
            case "retry-on" -> retryOn(line);
            case "maxconn" -> {
                proxy.maxconn = whole(line.word(1), 0, 1_000_000_000).orElse(0);
                yield understood(
                        line, "requests that may be here at once; further ones are rejected, not left in the kernel");
            }
            case "default-server" -> {
                proxy.defaultServer = line.from(1);
                yield understood(line, "for each server");
            }
            case "option" -> option(line);
            case "http-check" -> httpCheck(line);
            case "cookie" -> cookie(line);
            default -> false;
        };
    }

    private boolean mode(HaproxyLine line) {
        proxy.tcp = line.word(1).equals("tcp");
        return (proxy.tcp || line.word(1).equals("http"))
                ? understood(line, "layer " + (proxy.tcp ? 4 : 7))
                : missed(line, "there are the modes tcp and http");
    }

    private boolean balance(HaproxyLine line) {
        String name = line.word(1).replaceAll("\\(.*", "");
        boolean known = List.of(
                        "roundrobin",
                        "static-rr",
                        "leastconn",
                        "first",
                        "source",
                        "uri",
                        "random",
                        "hdr",
                        "url_param",
                        "rdp-cookie",
                        "hash")
                .contains(name);
        if (!known) {
            return missed(line, "no algorithm is called so; taken as roundrobin");
        }
        proxy.balance = line.word(1);
        return switch (name) {
            case "uri" -> {
                Optional<UriKey> part = UriKey.parse(String.join(" ", line.from(2)));
                proxy.uri = part.orElse(UriKey.PATH);
                yield part.isPresent()
                        ? understood(line, "algorithm haproxy-uri")
                        : missed(
                                line,
                                "of a path there are whole, path-only, depth and len with a number; taken as the path");
            }
            case "hdr", "url_param", "rdp-cookie", "hash" -> understood(line, "the key of each request stands for it");
            case "random" ->
                List.of("random", "random(1)", "random(2)").contains(line.word(1))
                        ? understood(
                                line, line.word(1).equals("random(1)") ? "algorithm random" : "algorithm power-of-two")
                        : missed(line, "only one or two are drawn here; taken as two");
            default -> understood(line, "HAProxy's " + name);
        };
    }

    private boolean hashType(HaproxyLine line) {
        proxy.hashMethod = line.word(1).equals("consistent") ? "consistent" : "map-based";
        boolean known = List.of("sdbm", "djb2", "wt6", "crc32").contains(line.word(2));
        proxy.hashFunction = known ? line.word(2) : "";
        proxy.avalanche = line.words().contains("avalanche");
        return (!known && !line.word(2).isEmpty())
                ? missed(line, "hash function " + line.word(2) + " is none of sdbm, djb2, wt6 and crc32")
                : understood(
                        line, "placement haproxy-" + (proxy.hashMethod.equals("consistent") ? "consistent" : "map"));
    }

    private boolean timeout(HaproxyLine line) {
        ProxySettings.Time which = TIMES.get(line.word(1));
        Optional<Duration> time = HaproxyTime.parse(line.word(2));
        if (which == null) {
            return missed(line, "no such limit is modelled");
        }
        if (time.isEmpty()) {
            return missed(line, "a time is a number with us, ms, s, m, h or d");
        }
        proxy.times.put(which, time.get());
        return (which == ProxySettings.Time.CLIENT && !proxy.tcp && time.get().compareTo(HaproxyTime.FOREVER) < 0)
                ? missed(line, "how long clients may take to send a request is not modelled at layer 7")
                : understood(line, "a time limit");
    }

    private boolean retryOn(HaproxyLine line) {
        Set<Failure> on = EnumSet.noneOf(Failure.class);
        StringBuilder unknown = new StringBuilder();
        for (String word : line.from(1)) {
            Set<Failure> its = RETRIED.get(word);
            if (its == null) {
                unknown.append(' ').append(word);
            } else {
                on.addAll(its);
            }
        }
        if (!on.isEmpty()) {
            proxy.retryOn = on;
        }
        return unknown.isEmpty()
                ? understood(line, "failures after which a request is given to a server again")
                : missed(line, "no failure here is" + unknown);
    }

    /** {@code no option …}: takes back what the defaults say. */
    private boolean noOption(HaproxyLine line) {
        return switch (line.word(1).equals("option") ? line.word(2) : "") {
            case "redispatch" -> {
                proxy.redispatch = ProxySettings.Redispatch.NEVER;
                yield understood(line, "the same server gets what it did not take");
            }
            case "allbackups" -> {
                proxy.allBackups = false;
                yield understood(line, "one backup serves");
            }
            case "httpchk" -> {
                proxy.httpCheck = false;
                yield understood(line, "checks by connection");
            }
            default -> false;
        };
    }

    private boolean option(HaproxyLine line) {
        return switch (line.word(1)) {
            case "redispatch" -> {
                proxy.redispatch =
                        line.word(2).equals("1") ? ProxySettings.Redispatch.EVERY : ProxySettings.Redispatch.LAST;
                yield understood(line, "another server gets what one did not take");
            }
            case "allbackups" -> {
                proxy.allBackups = true;
                yield understood(line, "all backups serve");
            }
            case "httpchk" -> {
                proxy.httpCheck = true;
                String path = line.words().size() == 3 ? line.word(2) : line.word(3);
                proxy.checkPath = path.startsWith("/") && !path.contains(" ") ? path : null;
                yield understood(line, "checks by request");
            }
            case "tcp-check" -> {
                proxy.httpCheck = false;
                yield understood(line, "checks by connection");
            }
            case "persist" -> missed(line, Ignored.inProxy(line));
            default -> {
                if (line.word(1).matches(".*-check|smtpchk|ssl-hello-chk")) {
                    proxy.httpCheck = false;
                    yield missed(line, "checked by connection here, not by what the program answers");
                }
                yield false;
            }
        };
    }

    private boolean httpCheck(HaproxyLine line) {
        if (line.word(1).equals("send") && line.after("uri").startsWith("/")) {
            proxy.checkPath = line.after("uri");
            return understood(line, "the path of checks");
        }
        if (line.word(1).equals("expect")) {
            if (line.word(2).equals("status")
                    && line.word(3).matches("[1-5]\\d\\d(-[1-5]\\d\\d)?(,[1-5]\\d\\d(-[1-5]\\d\\d)?)*")) {
                proxy.checkStatus = line.word(3);
                return understood(line, "good statuses");
            }
            if (line.word(2).equals("string") && !line.word(3).isBlank()) {
                proxy.checkBody = line.word(3);
                return understood(line, "a good body");
            }
        }
        return missed(line, "checks ask for a path, and judge by status or a text of the body");
    }

    private boolean cookie(HaproxyLine line) {
        List<String> how = line.from(2);
        if (how.contains("insert")) {
            proxy.cookie = true;
            proxy.dynamicCookies = how.contains("dynamic");
            how.forEach(word -> Ignored.ofCookie(word).ifPresent(why -> system.missed(line.number(), word, why)));
            return understood(line, "clients keep their server by a cookie");
        }
        return missed(line, "only a cookie that HAProxy inserts is modelled, not one of the servers");
    }

    private boolean understood(HaproxyLine line, String became) {
        system.understood(line.number(), line.text(), became);
        return true;
    }

    private boolean missed(HaproxyLine line, String why) {
        system.missed(line.number(), line.text(), why);
        return true;
    }

    /** A whole number within limits; nothing for anything else. */
    static Optional<Integer> whole(String text, int min, int max) {
        if (!text.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        return number < min || number > max ? Optional.empty() : Optional.of((int) number);
    }

    /** What a word of {@code retry-on} means, for whoever writes one. */
    static List<String> words(Set<Failure> on) {
        if (on.equals(EnumSet.allOf(Failure.class))) {
            return List.of("all-retryable-errors");
        }
        return Arrays.stream(Failure.values())
                .filter(on::contains)
                .map(failure -> switch (failure) {
                    case REFUSED -> "conn-failure";
                    case BROKEN -> "empty-response";
                    case TIMED_OUT -> "response-timeout";
                    case REJECTED -> "503";
                    case HTTP_5XX -> "500 502 504";
                })
                .toList();
    }
}
